"""What an export will change is known before it writes."""

from dataclasses import replace

from app.model.paper import Paper
from app.model.summary import CategoryRef, Implication, Summary
from app.publish.plan import changed_sections, publish_plan
from app.ui.dialogs.publish_words import held_back_words, page_words, plan_words, time_left_words

BASE = Summary(
    id="1",
    slug="rats-2021",
    status="published",
    paper=Paper(title="Rats"),
    simple_explanation="Rats ran.",
    key_findings=("One.", "Two."),
    practical_implications=(Implication("Hope", "Some."),),
    study_limitations=("Few rats.",),
)


def test_new_changed_unchanged_removed_and_held_back() -> None:
    changed = replace(BASE, id="2", slug="mice-2022", key_findings=("One.", "Three."))
    draft = replace(BASE, id="3", slug="draft", status="draft", paper=Paper(title="A draft"))
    new = replace(BASE, id="4", slug="new-2023")
    gone = replace(BASE, id="5", slug="gone-2020")
    earlier = {"rats-2021": BASE, "mice-2022": replace(BASE, slug="mice-2022"), "gone-2020": gone}
    plan = publish_plan([BASE, changed, draft, new], earlier)
    assert [page.slug for page in plan.new] == ["new-2023"]
    assert [(page.slug, page_words(page)) for page in plan.changed] == [("mice-2022", "Key Findings 2")]
    assert plan.unchanged == 1
    assert [page.slug for page in plan.removed] == ["gone-2020"]
    assert [(held.title, held.status) for held in plan.held_back] == [("A draft", "draft")]
    assert plan_words(plan) == "1 new, 1 changed. 1 page stays as it is. 1 will be taken away."
    assert held_back_words(plan.held_back) == "One summary is not marked as published. It stays out."


def test_a_ready_summary_goes_into_pages_but_not_onto_the_website() -> None:
    ready = replace(BASE, status="ready")
    assert publish_plan([ready], {}).goes_out == 0
    assert publish_plan([ready], {}, "json").goes_out == 1


def test_what_a_page_does_not_show_is_no_change() -> None:
    assert changed_sections(BASE, replace(BASE, status="draft", extra={"x": 1})) == ()


def test_every_place_is_named_once_in_page_order() -> None:
    after = replace(
        BASE,
        paper=Paper(title="Rats, again"),
        practical_implications=(Implication("Hopes", "More."),),
        study_limitations=(),
        categories=(CategoryRef("pain", "Pain"),),
    )
    changes = changed_sections(BASE, after)
    assert [change.section for change in changes] == [
        "title",
        "practical_implications[0].heading",
        "practical_implications[0].text",
        "study_limitations[0]",
        "categories",
    ]
    page = publish_plan([after], {"rats-2021": BASE}).changed[0]
    assert page_words(page) == "Title, Practical Implications 1, Study Limitations 1, Categories"


def test_an_empty_library_says_so() -> None:
    assert plan_words(publish_plan([], {})).startswith("There is nothing to publish yet.")


def test_time_left_is_said_only_when_it_can_be_known() -> None:
    assert time_left_words(1, 100, 300) == ""
    assert time_left_words(1, 100, 5_000) == ""
    assert time_left_words(50, 100, 4_000) == "about 4 seconds"
    assert time_left_words(99, 100, 4_000) == "about a second"
    assert time_left_words(10, 100, 60_000) == "about 9 minutes"
    assert time_left_words(100, 100, 60_000) == ""
    assert time_left_words(5, 10_000, 10_000) == "about 6 hours"
