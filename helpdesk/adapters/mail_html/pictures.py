"""A picture somebody sent, painted anew: what leaves here is a PNG of our own making. Runs in the worker."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from helpdesk.ports.reading import Picture

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
"""No SVG, no icon files, nothing that may name another file."""
MOST_PIXELS = 4_000_000
DECODED_LIMIT = 100_000_000
BYTES_LIMIT = 25_000_000


def _upright(picture: Image.Image) -> Image.Image:
    """Turned as its camera says; as it is when that cannot be read."""
    picture.load()
    try:
        return ImageOps.exif_transpose(picture)
    except (OSError, ValueError, SyntaxError, TypeError, KeyError):
        return picture


def reencoded(content: bytes) -> Picture | None:
    """At most 4 million pixels, first frame, turned the right way up, without what the file said besides; None for what is no
    picture of these kinds, is broken, or would take too much room."""
    if len(content) > BYTES_LIMIT:
        return None
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            warnings.simplefilter("ignore")
            if opened.width * opened.height > DECODED_LIMIT:
                return None
            scale = min(1.0, (MOST_PIXELS / max(1, opened.width * opened.height)) ** 0.5)
            opened.draft("RGB", (int(opened.width * scale), int(opened.height * scale)))
            upright = _upright(opened)
            painted = upright.convert("RGBA" if upright.mode in ("RGBA", "LA", "PA", "P") else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError, EOFError):
        return None
    shrunk = min(1.0, (MOST_PIXELS / (painted.width * painted.height)) ** 0.5)
    painted.thumbnail((max(1, int(painted.width * shrunk)), max(1, int(painted.height * shrunk))))
    told = io.BytesIO()
    painted.save(told, "PNG", compress_level=1)
    return Picture(told.getvalue(), painted.width, painted.height)
