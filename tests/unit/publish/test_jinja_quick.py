"""The shortcuts for our own templates give what Jinja gives, faults included."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from markupsafe import Markup

from app.model.summary import CategoryRef
from app.publish.jinja_quick import QuickEnvironment
from app.publish.links import Links

FILES = {
    "base.html": "<b>{% block main %}empty{% endblock %}</b>{% block foot %}{{ page.foot }}{% endblock %}",
    "row.html": "[{{ row.name }}{% if row.more is defined %}+{{ row.more.deep.deeper }}{% endif %}{{ loop_free }}]",
    "page.html": (
        '{% extends "base.html" %}{% from "made.html" import twice %}{% block main %}{{ super() }}'
        '{% for row in page.rows %}{% include "row.html" %}{{ twice(row.name) }}{{ row.items() | length }}'
        "{% endfor %}{{ page.thing.name }}{{ page.ours.name }}{{ page.links.page('a/') }}"
        "{{ page.values() | list | length }}"
        "{{ page.rows | map(attribute='name') | join }}"
        "{% endblock %}"
    ),
    "made.html": "{% macro twice(text) %}{{ text }}{{ text.upper() }}{% endmacro %}",
    "missing.html": "{{ page.nothing }}",
    "below.html": "{{ page.thing.nothing }}",
    "ours.html": "{{ page.ours.nothing }}",
}
VALUES: dict[str, Any] = {
    "loop_free": Markup("<i>safe</i>"),
    "page": {
        "rows": [{"name": "<one> & 'two'"}, {"name": "x", "more": {"deep": {"deeper": 3}}}],
        "thing": SimpleNamespace(name="object"),
        "ours": CategoryRef("a-slug", "<name> of ours"),
        "links": Links("../"),
        "foot": None,
        "keys": "a key that is a method too",
    },
}


def rendered(kind: type[jinja2.Environment], name: str) -> str:
    environment = kind(loader=jinja2.DictLoader(FILES), autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.get_template(name).render(VALUES)


def test_blocks_includes_macros_and_keys_give_the_same() -> None:
    page = rendered(QuickEnvironment, "page.html")
    assert "&lt;one&gt; &amp; &#39;two&#39;" in page
    assert page == rendered(jinja2.Environment, "page.html")


@pytest.mark.parametrize("name", ["missing.html", "below.html", "ours.html"])
def test_what_is_not_there_is_the_same_fault(name: str) -> None:
    with pytest.raises(jinja2.UndefinedError) as theirs:
        rendered(jinja2.Environment, name)
    with pytest.raises(jinja2.UndefinedError) as ours:
        rendered(QuickEnvironment, name)
    assert str(ours.value) == str(theirs.value)
