"""`list`: the summaries of a library, newest edited first."""

from __future__ import annotations

import argparse
from typing import Any

from app.commands.opened import library_for_reading
from app.commands.parser import add_json_option, add_library_option, print_json
from app.model.listing import Filter, Listing


def add_parser(subparsers: Any) -> None:
    """Add `list`."""
    parser = subparsers.add_parser("list", help="list the summaries", description="List the summaries of a library.")
    add_library_option(parser)
    parser.add_argument("--search", metavar="TEXT", default="", help="only those in which these words stand")
    add_json_option(parser)
    parser.set_defaults(run=_list)


def _list(args: argparse.Namespace) -> int:
    with library_for_reading(args) as library:
        listings = library.listings(Filter(search=args.search))
    if args.json:
        print_json({"summaries": [_listing_json(listing) for listing in listings]})
    else:
        for listing in listings:
            print(f"{listing.updated[:10]}  {listing.status:<11}  {listing.slug}  {listing.title}")
    return 0


def _listing_json(listing: Listing) -> dict[str, Any]:
    return {
        "slug": listing.slug,
        "title": listing.title,
        "status": listing.status,
        "categories": list(listing.category_slugs),
        "grade": listing.grade,
        "updated": listing.updated,
    }
