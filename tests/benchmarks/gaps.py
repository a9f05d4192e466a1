"""How long it takes to put thousands of tickets into groups, beside one bare product of the same vectors."""

import time

import numpy as np

from helpdesk.adapters.vector_groups import VectorGroups

LIKE, DIMENSION, SPREAD = 0.6, 384, 0.6


def measure(tickets: int) -> None:
    chance = np.random.default_rng(1)
    for name, topics in (("topics of about twenty", tickets // 20), ("all alike", 1), ("all apart", tickets)):
        centres = chance.normal(size=(topics, DIMENSION))
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        every = (
            centres[chance.integers(0, topics, tickets)] + chance.normal(size=(tickets, DIMENSION)) * SPREAD / DIMENSION**0.5
        )
        every = (every / np.linalg.norm(every, axis=1, keepdims=True)).astype("<f4")
        began = time.perf_counter()
        for start in range(0, tickets, 512):
            every[start : start + 512] @ every.T
        bare = time.perf_counter() - began
        vectors = [row.tobytes() for row in every]
        began = time.perf_counter()
        found = VectorGroups().groups(vectors, vectors[:20], LIKE)
        took = time.perf_counter() - began
        shares = f"{took:.1f} s, {took / bare:.1f} of the bare product"
        print(f"gaps: {tickets:,} tickets, {name}: {len(found.fresh):,} groups in {shares}")
