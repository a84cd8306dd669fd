"""The question cards that ship for the facilitator of a dialogue, in own words; organisations change them at will."""

from validation.shipped.themes import Words

CARDS = [
    Words(
        "opening",
        "Waarom wil juist u het hierover hebben?",
        "Why do you in particular want to talk about this?",
        "Om te beginnen: laat de verteller uitpraten voordat iemand reageert.",
        "To begin with: let the teller finish before anybody responds.",
    ),
    Words(
        "moment",
        "Neem ons mee naar één moment. Wie waren erbij, en wat gebeurde er?",
        "Take us to one moment. Who were there, and what happened?",
        "Als het algemeen blijft.",
        "When it stays general.",
    ),
    Words(
        "keuze",
        "Wat had u ook kunnen doen, en waarom deed u dat niet?",
        "What else could you have done, and why did you not?",
        "Om de eigen keuze te zien.",
        "To see the own choice.",
    ),
    Words(
        "ander",
        "Wat zou een leraar of leerling hierover vertellen?",
        "What would a teacher or a pupil tell about this?",
        "Voor een ander gezichtspunt.",
        "For another point of view.",
    ),
    Words(
        "weten",
        "Waaraan merkt u dat het werkt? Wat weet u, en wat vermoedt u?",
        "By what do you notice that it works? What do you know, and what do you suspect?",
        "Als het oordeel snel komt.",
        "When the judgement comes fast.",
    ),
    Words(
        "herkennen",
        "Wat herkent u hierin van uw eigen school, en wat is bij u anders?",
        "What do you recognise of your own school, and what is different there?",
        "Voor de twee anderen.",
        "For the two others.",
    ),
    Words(
        "leren",
        "Wat kunt of weet u nu dat u toen niet kon of wist?",
        "What can you do or know now that you could not or did not then?",
        "Tegen het einde van een beurt.",
        "Towards the end of a turn.",
    ),
    Words(
        "verder",
        "Wat doet u maandag anders?",
        "What do you do differently on Monday?",
        "Om af te ronden.",
        "To round off.",
    ),
]
