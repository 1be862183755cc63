"""On whom a study was done: people, animals or cells, and the plain names of the animals or cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from app.model.paper_text import REFERENCE, PaperText
from app.text.word_lists import listed

_ANIMALS = {
    "rat": "rat rats",
    "mouse": "mouse mice murine",
    "rabbit": "rabbit rabbits",
    "pig": "pig pigs piglet piglets minipig minipigs swine porcine",
    "dog": "dog dogs beagle beagles canine canines",
    "cat": "cat cats feline felines",
    "monkey": "monkey monkeys macaque macaques marmoset marmosets primate primates baboon baboons tamarin tamarins"
    " rhesus cynomolgus",
    "ape": "ape apes chimpanzee chimpanzees gorilla gorillas orangutan orangutans bonobo bonobos",
    "sheep": "sheep lamb lambs ovine ewe ewes",
    "goat": "goat goats",
    "horse": "horse horses equine foal foals donkey donkeys",
    "cow": "cow cows cattle calves bovine bovines heifer heifers steers",
    "llama": "llama llamas alpaca alpacas camel camels dromedary dromedaries",
    "deer": "deer reindeer elk",
    "hamster": "hamster hamsters",
    "gerbil": "gerbil gerbils",
    "guinea pig": "guinea",
    "ferret": "ferret ferrets mink minks",
    "vole": "vole voles",
    "squirrel": "squirrel squirrels chipmunk chipmunks",
    "opossum": "opossum opossums",
    "bat": "bats",
    "whale": "whale whales dolphin dolphins",
    "zebrafish": "zebrafish",
    "fish": "fish trout salmon carp medaka killifish tilapia seabass cichlid cichlids stickleback sticklebacks",
    "frog": "frog frogs xenopus toad toads tadpole tadpoles",
    "fruit fly": "drosophila flies fruitfly",
    "worm": "elegans caenorhabditis nematode nematodes roundworm roundworms worms",
    "salamander": "salamander salamanders axolotl axolotls newt newts",
    "lizard": "lizard lizards gecko geckos snake snakes turtle turtles tortoise tortoises",
    "locust": "locust locusts grasshopper grasshoppers cricket crickets cockroach cockroaches",
    "beetle": "beetle beetles weevil weevils tribolium",
    "moth": "moth moths butterfly butterflies silkworm silkworms caterpillar caterpillars",
    "mosquito": "mosquito mosquitoes mosquitos",
    "ant": "ants wasp wasps termite termites",
    "snail": "snail snails slug slugs aplysia",
    "squid": "squid squids octopus octopuses cuttlefish",
    "sea urchin": "urchin urchins starfish",
    "shrimp": "shrimp shrimps crab crabs crayfish lobster lobsters daphnia",
    "flatworm": "planarian planarians planaria flatworm flatworms",
    "bee": "bee bees honeybee honeybees",
    "bird": "bird birds finch finches pigeon pigeons songbird songbirds canary canaries"
    " sparrow sparrows quail quails duck ducks goose geese",
    "chicken": "chick chicks chicken chickens hen hens",
}
"""The plain name of an animal, and the single words in which papers and summaries speak of it."""

_CELLS = (
    r"cell lines?|cultured (?:\w+ )?cells|in vitro|yeasts?|Candida|bacteri(?:a|um)|E\. coli"
    r"|bacteriophage|(?:HeLa|HEK ?293\w?|MCF.?\w+) cells"
)
_NAMED = {name: rf"(?:{'|'.join(words.split())})s?" for name, words in _ANIMALS.items()}
_NAMED |= {"guinea pig": "guinea[- ]pigs?", "fruit fly": "fruit ?fl(?:y|ies)|drosophila|flies", "cells": _CELLS}
NAMES = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _NAMED.items()}
"""How each animal, or cells, is named in a sentence."""
_WORDS = {word: name for name, words in _ANIMALS.items() for word in words.split()}
_WORD = re.compile(r"[A-Za-z]+")
_CELL = re.compile(rf"\b(?:{_CELLS})\b", re.IGNORECASE)
_PERSONS = listed(
    "patient patients participant participants subject subjects people person persons adult adults women woman men man"
    " child children adolescent adolescents volunteer volunteers individual individuals infant infants newborn newborns"
    " veteran veterans survivor survivors donor donors human humans resident residents carriers elders"
)
_REAGENT = re.compile(r"(?:anti-?|goat |polyclonal |monoclonal |secondary |fetal |foetal |serum )$", re.IGNORECASE)
_REAGENT_AFTER = re.compile(
    r"[\s-]*(?:anti\b|anti-|mono|poly|antibod|Ig[GM]|serum|albumin|oil|#|\.? ?no\b|number)", re.IGNORECASE
)
_LEAST = 5
_AT_LEAST_HALF = 2
"""An animal in the title ("snake bites in children") counts when the text names animals half as often as people."""


@dataclass(frozen=True, slots=True)
class Species:
    """On whom a study was done: `kind` is animal or cells, `names` the plain names, commonest first, `trigger` the
    words that say so and their place in the paper's whole text (None when only the title says it)."""

    kind: str
    names: tuple[str, ...]
    trigger: str
    start: int | None = None
    end: int | None = None


@lru_cache(maxsize=64)
def studied_species(title: str, text: PaperText | None) -> Species | None:
    """The animals or cells that a paper studies, or None when it studies people or does not say."""
    whole = "" if text is None else "\n\n".join(_readable(text))
    in_title, people_in_title = _counted(title)
    animals, people = _counted(whole)
    is_of_animals = bool(in_title) and (not whole or _AT_LEAST_HALF * len(animals) >= people)
    people += 3 * people_in_title
    names = Counter(name for name, _start, _end in (*in_title, *animals))
    if is_of_animals or (len(animals) >= _LEAST and len(animals) > people):
        most = names.most_common(1)[0][1]
        common = tuple(name for name, count in names.most_common() if count * 5 >= most)
        if not animals:
            return Species("animal", common, title[in_title[0][1] : in_title[0][2]])
        _name, start, end = animals[0]
        return Species("animal", common, whole[start:end], start, end)
    if match := _CELL.search(title):
        return Species("cells", ("cells",), match[0])
    cells = list(_CELL.finditer(whole))
    if len(cells) >= _LEAST and len(cells) > people + len(animals):
        return Species("cells", ("cells",), cells[0][0], *cells[0].span())
    return None


def _counted(text: str) -> tuple[list[tuple[str, int, int]], int]:
    """The animals named in a text, with their places, and how often people are."""
    found, people = [], 0
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word in _PERSONS:
            people += 1
        elif (name := _WORDS.get(word)) and not _is_reagent(text, *match.span()):
            found.append((name, *match.span()))
    return found, people


def _readable(text: PaperText) -> list[str]:
    """The blocks with references blanked, so that places stay those of the whole text."""
    return [" " * len(block.text) if block.kind == REFERENCE else block.text for block in text.blocks]


def _is_reagent(text: str, start: int, end: int) -> bool:
    """Whether the animal only gave an antibody or a serum, or is none ("CAT", "guinea pigs" are no pigs)."""
    word = text[start:end]
    if (word.lower() == "cat" and word != "cat") or (
        word.lower() in ("pig", "pigs") and text.endswith("uinea ", 0, start)
    ):
        return True
    before = text[max(0, start - 14) : start]
    return _REAGENT.search(before) is not None or _REAGENT_AFTER.match(text, end) is not None
