"""The list of mutants, as the text files beside this folder have it."""

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "mutants"


class Mistake(Exception):
    """Something is wrong with the lists, or they do not fit the sources any more."""


@dataclass
class Mutant:
    """One wrong version of one place."""

    place: "Place"
    code: str
    # Why no test can tell it from the original; empty when a test must.
    reason: str = ""
    number: int = 0

    @property
    def key(self) -> str:
        """What it is known by from one run to the next."""
        return f"{self.place.file}: {self.place.marked} → {self.code}"

    @property
    def title(self) -> str:
        return f"{self.place.file}: {squeezed(self.place.original)} → {squeezed(self.code)}"


@dataclass
class Place:
    """A part of a source file that is mutated."""

    file: str
    # The original and the text around it, with ⟨ and ⟩ around what is replaced.
    marked: str
    where: str
    mutants: list[Mutant] = field(default_factory=list)

    @property
    def original(self) -> str:
        return self.marked[self.marked.index("⟨") + 1 : self.marked.index("⟩")]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def places() -> list[Place]:
    """All places in the order of the files' names, with their mutants numbered from 1."""
    found = [place for path in sorted(FOLDER.glob("*.txt")) for place in read(path)]
    mutants = [mutant for place in found for mutant in place.mutants]
    for number, mutant in enumerate(mutants, 1):
        mutant.number = number
    return found


def read(path: Path) -> list[Place]:
    found: list[Place] = []
    file, last = "", ""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        where = f"{path.name}:{number}"
        sign, text = line[:1], line[2:]
        if not line.strip() or sign == "#":
            pass
        elif sign == "=":
            file = text
        elif sign == "<":
            found.append(Place(file, text, where))
        elif sign == ">" and last in ("<", ">", "~"):
            found[-1].mutants.append(Mutant(found[-1], text))
        elif sign == "~" and last == ">":
            found[-1].mutants[-1].reason = text
        elif sign == "~" and last == "~":
            found[-1].mutants[-1].reason += " " + text
        else:
            raise Mistake(f"{where}: expected '= FILE', '< CODE', '> CODE' or '~ REASON'")
        last = sign if line.strip() and sign != "#" else last
    for place in found:
        if not re.fullmatch(r"[^⟨⟩]*⟨[^⟨⟩]+⟩[^⟨⟩]*", place.marked):
            raise Mistake(f"{place.where}: expected one part between ⟨ and ⟩")
        if not place.mutants:
            raise Mistake(f"{place.where}: there is no mutant")
    return found
