"""Upper-case wires get the capitals that a parser needs, and no offset moves."""

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.lexicon.actors import open_actors
from warmonitor.read.casing import body_of, is_title_case, is_upper, lower_titles, recase

COMMON = set(
    """the path is blamed by guard us officials who spoke to in of and army police said shining civil machine gun embassy lima
    carlos""".split()
)


def mixed(text: str) -> str:
    return recase(text, COMMON.__contains__, open_actors())


def test_names_made_of_common_words_get_capitals() -> None:
    text = "THE ARMY SAID THE SHINING PATH SPOKE TO THE CIVIL GUARD."
    assert mixed(text) == "The army said the Shining Path spoke to the Civil Guard."


def test_towns_and_given_names_that_dictionaries_list_keep_their_capital() -> None:
    assert mixed("POLICE SPOKE TO CARLOS IN LIMA.") == "Police spoke to Carlos in Lima."


def test_the_word_behind_a_spanish_particle_is_part_of_the_name() -> None:
    assert mixed("POLICE SPOKE IN EL GUARD.") == "Police spoke in El Guard."


def test_acronyms_stay_and_common_words_that_look_like_them_do_not() -> None:
    assert mixed("THE FMLN IS BLAMED. OFFICIALS WHO SPOKE TO US BLAMED THE U.S. EMBASSY.") == (
        "The FMLN is blamed. Officials who spoke to us blamed the U.S. Embassy."
    )


def test_verbs_made_of_two_common_words_are_no_names() -> None:
    assert mixed("THE ARMY MACHINEGUNNED THE POLICE.") == "The army machinegunned the police."


def test_a_sentence_ends_behind_a_year_and_behind_a_bracket_with_its_stop() -> None:
    assert mixed("LIMA IS BLAMED IN 1987. POLICE SPOKE (IN 1988). OFFICIALS SAID.") == (
        "Lima is blamed in 1987. Police spoke (in 1988). Officials said."
    )


def test_a_bracket_behind_a_name_ends_no_sentence_and_one_that_opens_a_speech_does() -> None:
    assert mixed("[ZXQ] POLICE BLAMED THE FMLN [SHINING PATH] AND SPOKE.") == "[Zxq] Police blamed the FMLN [Shining Path] and spoke."


def test_designations_months_and_ordinals_are_written_as_usual() -> None:
    text = "POLICE SPOKE ON 25 MAY TO THE M-19 AND THE 1ST ARMY."
    assert recase(text, (COMMON | {"may", "m", "on", "1st", "st"}).__contains__, open_actors()) == (
        "Police spoke on 25 May to the M-19 and the 1st army."
    )


def test_prefixes_and_endings_make_ordinary_words_of_ordinary_words() -> None:
    common = (COMMON | {"government", "definitive"}).__contains__
    assert recase("THE POLICE ANTIGOVERNMENT GUARD DEFINITIVELY SPOKE AND THE MACHINEGUN SAID.", common) == (
        "The police antigovernment guard definitively spoke and the machinegun said."
    )


@given(st.text(alphabet="ABC ŞİßÉ'’.-\n\"", max_size=60))
def test_recasing_never_changes_the_length(text: str) -> None:
    assert len(recase(text, COMMON.__contains__, open_actors())) == len(text)


def test_upper_case_is_told_from_mixed() -> None:
    assert is_upper("POLICE SAID 12 PEOPLE DIED")
    assert not is_upper("Police said 12 people died in SAN SALVADOR")


TITLES = set("army kills five rebels in raid on camp district security council condemns attack the of".split())


def lowered(title: str, text: str = "") -> str:
    return lower_titles(title, TITLES.__contains__, body_of(f"{title}\n\n{text}"), open_actors())


def test_a_headline_in_title_case_keeps_capitals_for_names_alone() -> None:
    assert lowered("Army Kills Five Rebels in Raid on Tessalit") == "Army kills five rebels in raid on Tessalit"


def test_what_the_body_writes_with_a_capital_inside_its_sentences_is_a_name() -> None:
    body = "The men of the Council and of Camp Hurra spoke. The camp, they said, and another camp are safe."
    assert lowered("The Council Condemns Attack on Camp Hurra", body) == "The Council condemns attack on Camp Hurra"


def test_only_lines_that_capitalise_throughout_are_in_title_case() -> None:
    assert is_title_case("Army Kills Five Rebels")
    assert not is_title_case("Army kills five rebels in Tessalit")
    assert not is_title_case("Army Post")
