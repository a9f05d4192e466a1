"""ONNX models in folders on this machine: embedders and cross-encoders, how they are checked, listed and fetched."""
