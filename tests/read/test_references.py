"""Pronouns, short names and descriptions: one antecedent or none."""

from tests.reading_of import reading_of

from warmonitor.model.reading import Reading


def meant(reading: Reading, word: str, nth: int = 0) -> str | None:
    tokens = [t for t in reading.tokens if t.text == word]
    return reading.references.get(tokens[nth].i)


def test_surname_is_the_person_named_in_full_elsewhere() -> None:
    text = "Mr Okoro denied it. The governor, Daniel Okoro, spoke on Monday."
    r = reading_of(text, {"Okoro": "person", "Daniel Okoro": "person"})
    assert meant(r, "Okoro") == "Daniel Okoro"


def test_acronym_is_the_body_whose_initials_it_is() -> None:
    r = reading_of(
        "The Northland Rescue Front claimed the raid. The NRF said more would follow.",
        {"Northland Rescue Front": "armed-group", "NRF": "armed-group"},
    )
    assert meant(r, "NRF") == "Northland Rescue Front"


def test_war_monitor_is_the_one_observatory_of_the_report() -> None:
    r = reading_of(
        "Ten people died, the Coastal Observatory for Peace said. The war monitor added that two were children.",
        {"Coastal Observatory for Peace": "organisation"},
    )
    assert meant(r, "monitor") == "Coastal Observatory for Peace"


def test_the_group_after_two_groups_in_one_breath_is_nobody() -> None:
    r = reading_of(
        "Fighting broke out between Harakat Noor and Jund Omar. Residents blamed the group.",
        {"Harakat Noor": "armed-group", "Jund Omar": "armed-group"},
    )
    assert meant(r, "group") is None


def test_it_that_says_is_the_body_that_spoke_before() -> None:
    r = reading_of(
        "The Defence Ministry said two jets had crashed. It said the pilots were safe.", {"Defence Ministry": "organisation"}
    )
    assert meant(r, "It") == "Defence Ministry"


def test_it_that_rains_is_nobody() -> None:
    r = reading_of("The Defence Ministry spoke on Monday. It was raining in the hills.", {"Defence Ministry": "organisation"})
    assert meant(r, "It") is None


def test_spokesman_by_role_is_the_person_who_holds_it_though_named_later() -> None:
    r = reading_of(
        "The spokesman said the road was open. Aman Tesfaye, a spokesman, gave no figures.", {"Aman Tesfaye": "person"}
    )
    assert meant(r, "spokesman") == "Aman Tesfaye"


def test_she_is_never_a_man_by_title() -> None:
    r = reading_of("Mr. Paul Ekwe met the press. She left early.", {"Paul Ekwe": "person"})
    assert meant(r, "She") is None


def test_monitoring_group_is_the_observatory_named_later() -> None:
    r = reading_of(
        "Ten people died, a UK-based monitoring group said. The Coastal Observatory for Peace said two were children.",
        {"Coastal Observatory for Peace": "organisation"},
    )
    assert meant(r, "group") == "Coastal Observatory for Peace"


def test_a_body_described_behind_its_name_is_meant_by_that_noun() -> None:
    text = "Police blamed the Juba Falcons, a militia of the border. The Falcons fled. The militia denied it. It accused the army of murder."
    reading = reading_of(text)
    meant = {reading.tokens[i].text: name for i, name in reading.references.items()}
    assert (meant["militia"], meant["It"]) == ("Juba Falcons", "Juba Falcons")
