"""Groups of vectors. Their arithmetic is imported when the first are asked for: a start has no time for it."""

from collections.abc import Sequence

from helpdesk.ports.grouping import Groups

__all__ = ["VectorGroups"]


class VectorGroups:
    """The Grouping, exact."""

    def groups(self, vectors: Sequence[bytes], seeds: Sequence[bytes], least: float) -> Groups:
        from helpdesk.adapters.vector_groups import exact

        return exact.groups(vectors, seeds, least)

    def cosines(self, asked: bytes, vectors: Sequence[bytes]) -> list[float]:
        from helpdesk.adapters.vector_groups import exact

        return exact.cosines(asked, vectors)
