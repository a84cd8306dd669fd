"""What every installation says about itself from the start. Editors change it to what their organisation does.

Per address and language: title, introduction, text.
"""

STATEMENTS = {
    "toegankelijkheid": {
        "nl": (
            "Toegankelijkheid",
            "Iedereen moet dit platform kunnen gebruiken, ook met een toetsenbord, een schermlezer of grote letters.",
            "<h2>Waar wij ons aan houden</h2><p>Wij bouwen volgens de Web Content Accessibility Guidelines (WCAG) 2.2, niveau A en AA. Dat is ook wat de Europese norm EN 301 549 voor websites van de overheid vraagt.</p>"
            "<h2>Wat wij daarvoor doen</h2><ul><li>Elke pagina is te bedienen met alleen het toetsenbord.</li><li>Elke pagina werkt zonder JavaScript, op een scherm van 320 pixels breed en met letters van 200 procent.</li><li>Een automatische controle bekijkt elk soort pagina, in beide talen, bij elke wijziging.</li><li>Wie een foto plaatst, schrijft erbij wat erop staat.</li></ul>"
            "<h2>Wat nog niet goed is</h2><p>Bestanden die deelnemers zelf toevoegen, zoals pdf’s en presentaties, zijn niet altijd toegankelijk. Hebt u er een nodig in een andere vorm? Vraag het ons, dan helpen wij u.</p>"
            "<h2>Loopt u tegen iets aan?</h2><p>Schrijf ons via de contactpagina. Vertel op welke pagina het was en wat er gebeurde. U krijgt binnen vijf werkdagen antwoord.</p>"
            "<p>Bent u niet tevreden met ons antwoord? Dan kunt u een klacht indienen bij de Nationale ombudsman of het College voor de Rechten van de Mens.</p>",
        ),
        "en": (
            "Accessibility",
            "Everybody must be able to use this platform, also with a keyboard, a screen reader or large letters.",
            "<h2>What we hold to</h2><p>We build by the Web Content Accessibility Guidelines (WCAG) 2.2, levels A and AA. The European standard EN 301 549 for public websites asks the same.</p>"
            "<h2>What we do for it</h2><ul><li>Every page can be used with the keyboard alone.</li><li>Every page works without JavaScript, on a screen of 320 pixels wide and with text at 200 per cent.</li><li>An automatic check looks at each kind of page, in both languages, with each change.</li><li>Whoever places a picture writes what it shows.</li></ul>"
            "<h2>What is not right yet</h2><p>Files that participants add themselves, such as PDFs and slides, are not always accessible. Do you need one in another form? Ask us, and we will help.</p>"
            "<h2>Do you run into something?</h2><p>Write to us by the contact page. Tell on which page it was and what happened. You receive an answer within five working days.</p>"
            "<p>Are you not content with our answer? You can complain to the National Ombudsman or the Netherlands Institute for Human Rights.</p>",
        ),
    },
    "privacy": {
        "nl": (
            "Privacy",
            "Welke gegevens wij bewaren, waarom en hoe lang, en wat u daarover te zeggen hebt.",
            "<h2>Als u alleen leest</h2><p>U hoeft niet te zeggen wie u bent. Wij plaatsen geen cookies en volgen u niet. Wij tellen hoe vaak een praktijkvoorbeeld wordt gelezen en hoe vaak een bestand wordt opgehaald: één getal per dag, zonder te bewaren door wie. Om niemand dubbel te tellen, onthoudt het platform hoogstens een dag een onleesbaar kenmerk van uw internetadres.</p>"
            "<h2>Als u een account hebt</h2><p>Wij bewaren uw naam, uw mailadres, de school waar u werkt, uw functie daar en wat u zelf op het platform schrijft of toevoegt. Dat is nodig om u mee te laten doen: het hoort bij de afspraak die u met ons maakt als u zich aanmeldt.</p><ul><li>Alle deelnemers van uw leernetwerk zien uw naam, uw school, uw functie en uw bijdragen. Zij lezen ook uw leervraag, hoe die veranderde en de bronnen die u erbij noteert: zo leert u van elkaar.</li><li>Uw procesbegeleider ziet daarnaast uw aanwezigheid en wat u bij uw aanmelding schreef.</li><li>Een praktijkvoorbeeld is openbaar vanaf het moment dat het is goedgekeurd, met uw naam erbij.</li></ul>"
            "<h2>Als u als gast of expert komt</h2><p>Brengt een deelnemer u mee naar een bijeenkomst, of nodigt een procesbegeleider u uit als expert, dan geeft die uw naam, uw mailadres en soms uw functie aan ons door. Wij mailen u waar en wanneer het is. De procesbegeleider ziet uw gegevens, en uw naam staat op de aanwezigheidslijst en op een naamkaartje. Van een expert zien ook de deelnemers de naam en de functie. Dertig dagen na de bijeenkomst verwijderen wij uw gegevens.</p><h2>Als u ons iets vraagt</h2><p>Wat u invult op de contactpagina, gaat als mail naar de organisatie. Op het platform blijft het niet bewaard.</p>"
            "<h2>Wie er verder bij kan</h2><p>Wij verkopen niets en delen niets voor reclame. De partij waar het platform draait, verwerkt de gegevens alleen in onze opdracht.</p>"
            "<h2>Hoe lang</h2><p>Zolang u een account hebt. Sluit u het, dan verdwijnen uw persoonlijke gegevens; openbare praktijkvoorbeelden blijven staan. Technische logboeken bewaren wij kort, om storingen en misbruik te vinden.</p>"
            "<h2>Uw rechten</h2><p>Bij uw instellingen kunt u uw gegevens inzien, verbeteren en ophalen, en uw account sluiten. U kunt ons ook vragen om iets te wissen, om de verwerking te beperken, of bezwaar maken. Gebruik daarvoor de contactpagina. Komen wij er samen niet uit, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.</p>",
        ),
        "en": (
            "Privacy",
            "Which data we keep, why and for how long, and what you have to say about it.",
            "<h2>When you only read</h2><p>You need not say who you are. We place no cookies and do not follow you. We count how often a good practice is read and how often a file is fetched: one number a day, without keeping by whom. So that nobody counts twice, the platform remembers an unreadable trace of your internet address for at most a day.</p>"
            "<h2>When you have an account</h2><p>We keep your name, your mail address, the school where you work, your function there and what you write or add on the platform yourself. That is needed to let you take part: it belongs to the agreement that you make with us when you sign up.</p><ul><li>All participants in your learning network see your name, your school, your function and your contributions. They also read your learning question, how it changed and the sources that you note with it: that is how you learn from each other.</li><li>Your facilitator also sees your attendance and what you wrote when you signed up.</li><li>A good practice is public from the moment it is approved, with your name.</li></ul>"
            "<h2>When you come as a guest or an expert</h2><p>When a participant brings you to a meeting, or a facilitator invites you as an expert, we get your name, your mail address and sometimes your function from that person. We mail you where and when it is. The facilitator sees your data, and your name stands on the attendance list and on a name badge. Of an expert the participants see the name and the function too. Thirty days after the meeting we delete your data.</p><h2>When you ask us something</h2><p>What you fill in on the contact page goes to the organisation by mail. It is not kept on the platform.</p>"
            "<h2>Who else can see it</h2><p>We sell nothing and share nothing for advertising. The party that hosts the platform processes the data only on our instruction.</p>"
            "<h2>How long</h2><p>As long as you have an account. When you close it your personal data disappear; public good practices stay. We keep technical logs for a short time, to find failures and abuse.</p>"
            "<h2>Your rights</h2><p>In your settings you can see, correct and download your data, and close your account. You can also ask us to erase something, to restrict its processing, or object. Use the contact page for that. If we do not work it out together you can complain to the Dutch Data Protection Authority.</p>",
        ),
    },
    "cookies": {
        "nl": (
            "Cookies",
            "Dit platform gebruikt alleen cookies die nodig zijn. Daarom ziet u hier geen cookiemelding.",
            "<h2>Welke cookies er zijn</h2><ul><li><b>sessionid</b>: houdt u aangemeld. Alleen als u zich aanmeldt; verdwijnt als u zich afmeldt of na twee weken.</li><li><b>csrftoken</b>: beschermt formulieren tegen misbruik. Alleen als u een formulier opent; blijft een jaar.</li><li><b>messages</b>: onthoudt een melding, zoals “opgeslagen”, tot u die hebt gezien.</li></ul>"
            "<h2>Wat uw eigen apparaat onthoudt</h2><p>Schrijft u een bericht of een praktijkvoorbeeld, dan bewaart uw browser de tekst ook op uw eigen apparaat (<b>localStorage</b>). Zo bent u niets kwijt als de verbinding wegvalt. De tekst gaat daar weg zodra u die verstuurt, opslaat of weggooit. Doe dat dus altijd voordat u weggaat bij een computer die ook anderen gebruiken.</p><h2>Wat er niet is</h2><p>Geen cookies van anderen, geen advertenties, geen meting van uw gedrag. Een pagina haalt niets op bij een andere website. Een film is een gewone link: pas als u erop klikt, gaat u naar de andere website, met eigen regels.</p>",
        ),
        "en": (
            "Cookies",
            "This platform uses only cookies that are needed. That is why you see no cookie banner.",
            "<h2>Which cookies there are</h2><ul><li><b>sessionid</b>: keeps you signed in. Only when you sign in; gone when you sign out or after two weeks.</li><li><b>csrftoken</b>: protects forms against abuse. Only when you open a form; stays for a year.</li><li><b>messages</b>: remembers a notice, such as “saved”, until you have seen it.</li></ul>"
            "<h2>What your own device remembers</h2><p>When you write a message or a good practice, your browser also keeps the text on your own device (<b>localStorage</b>). So you lose nothing when the connection drops. The text goes from there as soon as you send it, save it or throw it away. So always do that before you leave a computer that others use too.</p><h2>What there is not</h2><p>No cookies of others, no advertisements, no measuring of what you do. A page fetches nothing from another website. A film is an ordinary link: only when you follow it do you go to the other website, with rules of its own.</p>",
        ),
    },
}

CONTACT = {
    "nl": (
        "Contact",
        "Hebt u een vraag, een idee of een klacht? Schrijf ons.",
        "<p>Wij antwoorden binnen vijf werkdagen, op het mailadres dat u opgaf.</p>",
    ),
    "en": (
        "Contact",
        "Do you have a question, an idea or a complaint? Write to us.",
        "<p>We answer within five working days, at the mail address that you gave.</p>",
    ),
}
