"""News of the demo: address, how many days ago, and per language title, introduction and text."""

INDEX = {
    "nl": ("Nieuws", "Wat er speelt in de leernetwerken."),
    "en": ("News", "What goes on in the learning networks."),
}

NEWS = (
    (
        "nieuwe-reeks-flexibel-toetsen",
        3,
        {
            "nl": (
                "Nieuwe reeks over flexibel toetsen begint",
                "Over een paar weken start een nieuwe reeks van vijf bijeenkomsten. Er is nog plaats, ook voor scholen die net beginnen.",
                "<p>Deelnemers bekijken eerst het toetsbeleid van de eigen school: dient een toets het leren, en past het beleid bij uw visie? Daarna proberen zij iets anders uit.</p><p>Wie later aansluit, is ook welkom. De procesbegeleider praat u bij.</p>",
            ),
            "en": (
                "New series on flexible assessment begins",
                "In a few weeks a new series of five meetings starts. There is still room, also for schools that have only just begun.",
                "<p>Participants first look at their own school’s assessment policy: does a test serve learning, and does the policy fit your vision? Then they try something else.</p><p>You may also join later. The facilitator tells you what you missed.</p>",
            ),
        },
    ),
    (
        "praktijkvoorbeelden-vrij-te-gebruiken",
        17,
        {
            "nl": (
                "Praktijkvoorbeelden zijn vrij te gebruiken",
                "Elk praktijkvoorbeeld noemt zijn licentie. Meestal mag u het aanpassen voor uw eigen school, als u de bron noemt.",
                "<p>Onder elk voorbeeld staat hoe u de bron noemt. Hebt u het op uw school geprobeerd? Laat het de maker weten: die leert er ook van.</p>",
            ),
            "en": (
                "Good practices are free to use",
                "Each good practice names its licence. Mostly you may adapt it for your own school, if you name the source.",
                "<p>Below each practice stands how to name its source. Did you try it in your school? Tell who made it: they learn from it too.</p>",
            ),
        },
    ),
    (
        "zo-schrijft-u-een-praktijkvoorbeeld",
        41,
        {
            "nl": (
                "Zo schrijft u een praktijkvoorbeeld dat anderen helpt",
                "Een goed voorbeeld is kort, eerlijk en concreet. Vijf tips van procesbegeleiders.",
                "<ol><li>Begin met de vraag van uw school.</li><li>Vertel wat u deed, stap voor stap.</li><li>Zeg ook wat niet werkte.</li><li>Voeg het materiaal toe dat u gebruikte.</li><li>Noem geen namen van leerlingen.</li></ol>",
            ),
            "en": (
                "How to write up a practice that helps others",
                "A good example is short, honest and concrete. Five tips from facilitators.",
                "<ol><li>Begin with your school’s question.</li><li>Tell what you did, step by step.</li><li>Say what did not work, too.</li><li>Add the materials that you used.</li><li>Give no names of pupils.</li></ol>",
            ),
        },
    ),
)
