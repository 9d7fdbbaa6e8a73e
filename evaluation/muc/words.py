"""The word lists of the MUC-4 task that a record does not have: its types of target, of instrument and of damage."""

from __future__ import annotations

INSTRUMENTS = {
    "explosive-device": "BOMB", "car-bomb": "VEHICLE BOMB", "mine": "MINE", "grenade": "GRENADE", "mortar": "MORTAR",
    "rocket": "ROCKET", "rocket-propelled-grenade": "ROCKET", "missile": "MISSILE", "aerial-bomb": "AERIAL BOMB", "firearm": "GUN", "gunfire": "GUN",
    "blade": "CUTTING DEVICE", "incendiary": "MOLOTOV COCKTAIL", "suicide-vest": "BOMB", "artillery": "GUN",
}  # fmt: skip
"""Class of our weapon -> instrument type."""
NAMED_INSTRUMENTS = (
    ("dynamite", "DYNAMITE"), ("car bomb", "VEHICLE BOMB"), ("car-bomb", "VEHICLE BOMB"),
    ("machine gun", "MACHINE GUN"), ("machinegun", "MACHINE GUN"),
    ("submachine", "MACHINE GUN"), ("explosive", "EXPLOSIVE"), ("bomb", "BOMB"), ("rifle", "RIFLE"), ("pistol", "HANDGUN"), ("grenade", "GRENADE"),
    ("mortar", "MORTAR"), ("rocket", "ROCKET"), ("gasoline", "FIRE"),
)  # fmt: skip
"""Words inside a weapon's name that tell more than its class, most telling first."""

SITES = {
    "COMMERCIAL": "store shop restaurant hotel supermarket mall market business company factory plant warehouse office cinema theater theatre "
                  "firm plantation ranch farm gas_station station cafeteria bakery building_materials mine establishment premise center",
    "TRANSPORT VEHICLE": "car bus vehicle truck train plane aircraft helicopter jeep van taxi motorcycle airplane boat ship locomotive pickup "
                         "automobile tanker ambulance airliner boeing ferry minibus cart unit",
    "ENERGY": "pylon tower pipeline refinery powerline electricity power substation dam oil tank hydroelectric line well transformer plant",
    "COMMUNICATIONS": "radio newspaper television telephone antenna tv telecommunications repeater daily antel magazine printing",
    "FINANCIAL": "bank banco",
    "GOVERNMENT OFFICE OR RESIDENCE": "ministry palace town_hall courthouse city_hall mayor government assembly congress embassy_house municipal "
                                      "institute agency customs secretariat parliament presidential court prosecutor governor legislative",
    "DIPLOMAT OFFICE OR RESIDENCE": "embassy consulate ambassador diplomat nunciature mission",
    "LAW ENFORCEMENT FACILITY": "police prison jail",
    "CIVILIAN RESIDENCE": "house home residence apartment dwelling hut neighborhood town village",
    "POLITICAL FIGURE OFFICE OR RESIDENCE": "party headquarter arena apra union candidate senator",
    "ORGANIZATION OFFICE": "church cathedral temple university headquarters mormon center institute federation association convent foundation "
                           "council club school organization cooperative",
    "TRANSPORTATION ROUTE": "bridge highway road railway railroad airport airstrip street avenue track",
    "WATER": "water aqueduct reservoir",
}  # fmt: skip
"""Type of physical target -> nouns, the head noun first asked, then the words before it."""

MILITARY = frozenset(
    "barracks garrison base brigade battalion detachment position troop column patrol army outpost camp checkpoint convoy post "
    "tank armored infantry stronghold artillery hideout laboratory airstrip runway".split()
)
"""Facilities and forces whose being fought over is war, not terrorism."""

PEOPLE = (
    ("SECURITY GUARD", "guard bodyguard escort watchman security_guard guards"),
    ("LEGAL OR JUDICIAL", "judge magistrate prosecutor attorney lawyer justice jurist procurator"),
    ("DIPLOMAT", "ambassador diplomat consul attache envoy charge"),
    ("LAW ENFORCEMENT", "police policeman policemen policewoman detective gendarme officer"),
    ("POLITICAL FIGURE", "senator candidate politician leader deputy councilman councilor congressman party secretary member unionist activist"),
    ("GOVERNMENT OFFICIAL", "minister mayor governor president official vice chairman prefect director commissioner deputy superintendent"),
    ("ACTIVE MILITARY", "soldier general colonel major captain lieutenant sergeant officer marine troop commander military unit guardsman admiral"),
)  # fmt: skip
"""Type of human target -> nouns of titles, most telling first; anyone else is a civilian."""

NATIONS = {
    "US": "UNITED STATES", "SU": "USSR", "ES": "SPAIN", "NL": "NETHERLANDS", "BR": "BRAZIL", "DE": "FRG", "IT": "ITALY", "FR": "FRANCE",
    "GB": "GREAT BRITAIN", "JP": "JAPAN", "MX": "MEXICO", "NI": "NICARAGUA", "HN": "HONDURAS", "PE": "PERU", "SV": "EL SALVADOR",
    "CO": "COLOMBIA", "CL": "CHILE", "GT": "GUATEMALA", "BO": "BOLIVIA", "EC": "ECUADOR", "VE": "VENEZUELA", "CU": "CUBA", "PA": "PANAMA",
    "AR": "ARGENTINA", "CR": "COSTA RICA", "UY": "URUGUAY", "PY": "PARAGUAY", "IL": "ISRAEL", "CN": "PEOPLES REP OF CHINA", "RU": "USSR",
    "CA": "CANADA", "AU": "AUSTRALIA", "CH": "SWITZERLAND", "DO": "DOMINICAN REPUBLIC", "HT": "HAITI", "LB": "LEBANON", "PH": "PHILIPPINES",
    "BE": "BELGIUM", "SE": "SWEDEN", "PR": "PUERTO RICO", "IN": "INDIA", "IE": "IRELAND",
}  # fmt: skip
"""Country code -> name in the task's list."""
NATIONALITIES = {
    "AMERICAN": "US", "U.S.": "US", "US": "US", "SOVIET": "SU", "SPANISH": "ES", "SPANIARD": "ES",
    "SPANIARDS": "ES", "DUTCH": "NL", "BRAZILIAN": "BR", "GERMAN": "DE",
    "ITALIAN": "IT", "FRENCH": "FR", "BRITISH": "GB", "JAPANESE": "JP", "MEXICAN": "MX", "NICARAGUAN": "NI", "HONDURAN": "HN", "PERUVIAN": "PE",
    "SALVADORAN": "SV", "COLOMBIAN": "CO", "CHILEAN": "CL", "GUATEMALAN": "GT", "BOLIVIAN": "BO", "ECUADORAN": "EC", "VENEZUELAN": "VE",
    "CUBAN": "CU", "PANAMANIAN": "PA", "ARGENTINE": "AR", "ISRAELI": "IL", "CHINESE": "CN", "SWISS": "CH", "CANADIAN": "CA", "AMERICANS": "US",
}  # fmt: skip
