"""Names, partial dates, raised signs and markup, as reference files write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.paper import Author
from app.papers.given_dates import date_in, date_of_parts
from app.papers.latex import latex_line
from app.papers.marked_text import plain_line, plain_paragraphs
from app.papers.names import comma_name, initials_last, person, written_out


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2012///", "2012"), ("2001/00/00/", "2001"), ("1948/07//", "1948-07"), ("2016/10/19", "2016-10-19"),
        ("2015/october", "2015-10"), ("2002 Sep", "2002-09"), ("2012 Oct 5", "2012-10-05"), ("1998 Nov-Dec", "1998"),
        ("1998 Dec-1999 Jan", "1998"), ("Spring 2016", "2016"), ("20180330", "2018-03-30"), ("2019-02-30", "2019-02"),
        ("2018-13-01", "2018"), ("3 March 2018", "2018-03-03"), ("2016-12-20T10:00:00Z", "2016-12-20"),
        ("///", None), ("99", None), ("YEAR/MONTH/DAY/", None), ("", None), ("in press", None),
    ],
)  # fmt: skip
def test_partial_dates_stay_partial(text: str, iso: str | None) -> None:
    date = date_in(text)
    assert (date.iso() if date else None) == iso


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ({"date-parts": [[None]]}, None), ({"date-parts": [[]]}, None), ({"date-parts": []}, None), (None, None),
        ({"date-parts": [["2017", "07", "07"]]}, "2017-07-07"), ({"date-parts": [[2018, 10, 21, 13]]}, "2018-10-21"),
        ({"date-parts": [[2018]]}, "2018"), ({"date-parts": [[2018, 0]]}, "2018"), ({"raw": "Spring 2016"}, "2016"),
        ({"date-parts": [[True, True]]}, None), ("2018-03", "2018-03"), ({"date-parts": [[10**9]]}, None),
    ],
)  # fmt: skip
def test_date_parts(value: object, iso: str | None) -> None:
    date = date_of_parts(value)
    assert (date.iso() if date else None) == iso


@pytest.mark.parametrize(
    ("family", "given", "expected"),
    [
        ("BURGET", "GEORGE E.", Author("Burget", "George E.")),
        ("O'BRIEN-LEE", "MARY", Author("O'Brien-Lee", "Mary")),
        ("MCDONALD", "Jan", Author("McDonald", "Jan")),
        ("MACKAY", "JANE", Author("MACKAY", "Jane")),
        ("ROSMEJ", "F.B.", Author("Rosmej", "F.B.")),
        ("T.J.C", "", Author("T.J.C")),
        ("WHO", "", Author("WHO")),
        ("VAN DER BERG", "JAN", Author("VAN DER BERG", "JAN")),
        ("İNCE", "AYŞE", Author("İNCE", "AYŞE")),
        ("ÖZTÜRK", "AYŞE", Author("Öztürk", "Ayşe")),
        ("Ng", "Kar", Author("Ng", "Kar")),
    ],
)
def test_capitals_go_only_where_it_is_safe(family: str, given: str, expected: Author) -> None:
    assert person(family, given) == expected


def test_forms_of_names() -> None:
    assert comma_name("Cocke") == Author("Cocke")
    assert comma_name("Walking Trial Group") == Author(literal="Walking Trial Group")
    assert comma_name("Jacks, Jr, Thomas") == Author("Jacks Jr", "Thomas") == comma_name("Jacks, Thomas, Jr")
    assert comma_name("One Two, Three Four, Five Six") == Author(literal="One Two, Three Four, Five Six")
    assert initials_last("van der Berg JH 3rd") == Author("van der Berg 3rd", "JH")
    assert initials_last("ASTRO-CM Team") == Author(literal="ASTRO-CM Team")
    assert written_out("Yu. N. Rushkevich") == Author("Rushkevich", "Yu. N.")
    assert written_out("Eelco van Anken") == Author("van Anken", "Eelco")
    assert person("", "") is None


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("10<sup>5</sup> cells", "10⁵ cells"), ("10<jats:sup>\u22125</jats:sup> M", "10⁻⁵ M"),
        ("CO<sub>2</sub>", "CO₂"),
        ("SOD1<sup>G93A</sup>", "SOD1G93A"), ("8<sup>th</sup>", "8th"), ("Ca<sup>2+</sup>", "Ca²⁺"),
        ("1<sup>2a</sup>", "1^(2a)"), ("p<0.05 & n>3, 10<sup>5</sup>", "p<0.05 & n>3, 10⁵"),
        ("a &lt;i&gt;x&lt;/i&gt; b", "a x b"), ("AT&amp;amp;T", "AT&T"), ("x <b and c> y", "x <b and c> y"),
        ("<i>KRAS</i>\n   /\n <i>NRAS</i>", "KRAS / NRAS"), ("&Eacute;tude&nbsp;1", "Étude 1"),
        ("<mml:math><mml:msup><mml:mn>10</mml:mn><mml:mn>5</mml:mn></mml:msup></mml:math>", "10⁵"),
        ("<mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mrow><mml:mi>b</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow>"
         "</mml:mfrac></mml:math>", "a/(b+1)"),
        ("5 μg", "5 μg"), ("ﬁve\u00a0mg\u00ad", "five mg"), ("\x01 7.06", "\N{REPLACEMENT CHARACTER} 7.06"),
    ],
)  # fmt: skip
def test_markup_becomes_plain_without_loss(marked: str, plain: str) -> None:
    assert plain_line(marked) == plain


def test_titles_of_an_abstract_stand_before_its_paragraphs() -> None:
    part = "<jats:sec><jats:title>Aim:</jats:title><jats:p>A</jats:p><jats:p>B</jats:p></jats:sec>"
    jats = f"<jats:title>Abstract</jats:title>{part}"
    assert plain_paragraphs(jats) == ["Aim: A", "B"]
    assert plain_paragraphs("<h4>Aim</h4>A <i>b</i>.<h4>End</h4>C") == ["Aim: A b.", "End: C"]


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"Herm{\"a}n{\~n} \ss{} \'{\i}", "Hermänñ ß í"), (r"$10^{-5}$ M", "10⁻⁵ M"), (r"10$^5$", "10⁵"),
        (r"CO$_2$ CO\textsubscript{2}", "CO₂ CO₂"), (r"100% of \% 5", "100% of % 5"), ("a_b", "a_b"),
        (r"$\alpha$-synuclein \textit{in vivo}", "α-synuclein in vivo"), ("costs $5 and $6", "costs $5 and $6"),
        (r"p $<$ 0.05", "p < 0.05"), ("pages 1--5", "pages 1–5"), ("no latex & no signs", "no latex & no signs"),
    ],
)  # fmt: skip
def test_latex_becomes_unicode(latex: str, plain: str) -> None:
    assert latex_line(latex) == plain


@given(st.integers(0, 10**6), st.integers(0, 99), st.sampled_from(["sup", "sub"]))
def test_a_raised_or_lowered_number_never_joins_the_one_before(first: int, second: int, tag: str) -> None:
    assert plain_line(f"{first}<{tag}>{second}</{tag}>") != f"{first}{second}"
    assert plain_line(f"{first}<{tag}>{second}x</{tag}>") != f"{first}{second}x"


@given(st.text("<>/&;supbi =\"'a1-\\{}$^_%~\n", max_size=40))
def test_any_markup_is_taken(text: str) -> None:
    assert plain_line(text) == " ".join(plain_line(text).split())
    assert all(plain_paragraphs(text))
    latex_line(text)
