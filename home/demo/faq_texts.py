"""Questions and answers of the demo (DOMAIN.md 1 and 3), in own words: subject, then questions with their answers."""

TITLE = {"nl": "Veelgestelde vragen", "en": "Questions and answers"}
LEAD = {
    "nl": "Over leernetwerken en over het valideren van wat u in de praktijk leert. De bedragen en eisen zijn die van dit voorbeeld; uw eigen organisatie kan andere hebben.",
    "en": "About learning networks, and about having recognised what you learn in practice. The fees and requirements are those of this example; your own organisation may have others.",
}

QUESTIONS = {
    "nl": (
        (
            "Leernetwerken",
            (
                (
                    "Wat is een leernetwerk?",
                    "<p>Een groep schoolleiders van verschillende scholen werkt een jaar lang aan een vraag uit de eigen praktijk. Een procesbegeleider leidt de bijeenkomsten, geeft opdrachten mee en haalt er deskundigen bij.</p>",
                ),
                (
                    "Kost deelname aan een leernetwerk geld?",
                    "<p>Nee. U betaalt met tijd: u bent bij alle bijeenkomsten, u maakt ruimte op uw school en u deelt na afloop wat werkt.</p>",
                ),
                (
                    "Mag ik een collega meenemen?",
                    "<p>Ja. Bij elke bijeenkomst mag u één collega van uw eigen school meenemen, bijvoorbeeld een docent of een andere leidinggevende. U geeft de naam vooraf door op de pagina van de bijeenkomst.</p>",
                ),
            ),
        ),
        (
            "Wat is valideren?",
            (
                (
                    "Wat betekent het valideren van informeel leren?",
                    "<p>U laat achteraf zien wat u hebt geleerd door te doen. Assessoren beoordelen dat. Is het voldoende, dan telt het mee voor uw herregistratie als schoolleider, per professionaliseringsthema.</p>",
                ),
                (
                    "Welke activiteiten tellen mee?",
                    "<p>Bijna alles waarvan u leert en waarop u terugkijkt:</p><ul><li>lezen en congressen;</li><li>intervisie en schoolbezoeken;</li><li>een collega begeleiden;</li><li>een studiereis;</li><li>een leernetwerk;</li><li>met collega’s nadenken over uw werk.</li></ul>",
                ),
                (
                    "Welke routes zijn er?",
                    "<p>Drie. U stelt een <b>portfolio</b> samen. U voert met twee andere schoolleiders een <b>professionele dialoog</b>. Of u begint met een <b>intake</b> en sluit af met een gesprek van een dagdeel. U kiest wat bij u past.</p>",
                ),
            ),
        ),
        (
            "Het portfolio",
            (
                (
                    "Hoe bouw ik mijn portfolio op?",
                    "<p>Per thema in vier stappen:</p><ol><li><b>Vertrekpunt</b>: een ontwikkeling of een geval op uw school.</li><li><b>Leerdoelen</b>: wat wilde u zelf leren?</li><li><b>Bestemming</b>: de nieuwe situatie, met bronnen.</li><li><b>Reflectie</b>: wat veranderde er, wat was uw rol, en waarom koos u zo?</li></ol>",
                ),
                (
                    "Aan welke eisen moet mijn portfolio voldoen?",
                    "<ul><li>De vier stappen zijn ingevuld, vanuit uw eigen rol.</li><li>U gebruikt de competenties van schoolleiders.</li><li>Minstens twee collega’s gaven feedback.</li><li>U noemt vier bronnen of meer, waarvan twee uit de literatuur.</li><li>U voegt vijf tot tien bewijsstukken toe en wijst in elk aan wat ertoe doet. Samen laten ze meer dan één kant zien: die van collega’s, leerlingen of ouders, en van uzelf.</li><li>De tekst telt hoogstens 3.000 woorden, zonder bijlagen.</li></ul>",
                ),
                (
                    "Kan ik aan meer thema’s tegelijk werken?",
                    "<p>Ja, u werkt in uw eigen tempo aan zoveel thema’s als u wilt. U laat er wel hoogstens twee tegelijk valideren.</p>",
                ),
                (
                    "Kan iemand tussentijds meekijken?",
                    "<p>Ja, dat kunt u aanvragen. Iemand leest dan mee en zegt wat nog ontbreekt. Dat is nog geen beoordeling.</p>",
                ),
                (
                    "Kan ik mijn portfolio vooraf laten beoordelen?",
                    "<p>Dat kan, het hoeft niet. U hoort dan al vóór het indienen hoe uw portfolio ervoor staat, en kunt nog rustig bijwerken.</p>",
                ),
                (
                    "Kan ik samen met anderen leren?",
                    "<p>Zeker. Een paar keer per jaar zijn er informatiebijeenkomsten, waar intervisiegroepen ontstaan. De coördinator kan u ook koppelen aan een schoolleider met hetzelfde thema of dezelfde ontwikkeling op school.</p>",
                ),
            ),
        ),
        (
            "Beoordeling en gesprek",
            (
                (
                    "Hoe gaat de beoordeling in zijn werk?",
                    "<p>Vindt u uw portfolio af, dan dient u het in. Twee assessoren lezen het. Is het voldoende, dan nodigen zij u uit voor een valideringsgesprek van ongeveer drie kwartier; bij twee thema’s vijf kwartier. Na een voldoende gesprek krijgt u per thema een certificaat.</p>",
                ),
                (
                    "Wie beoordelen mijn portfolio?",
                    "<p>Per thema twee geregistreerde assessoren. Het zijn van begin tot eind dezelfde twee.</p>",
                ),
                (
                    "Wat als mijn portfolio nog niet voldoende is?",
                    "<p>Dan leest u waarom, met tips. U past het portfolio aan en dient het opnieuw in.</p>",
                ),
                (
                    "Wat als het gesprek niet lukt?",
                    "<p>U hoort meteen wat er ontbrak en leest het daarna rustig na in een mail. Dan plant u een nieuw gesprek.</p>",
                ),
                (
                    "Waar is het gesprek?",
                    "<p>Bij het instituut. Dienen meer schoolleiders van één bestuur in dezelfde periode in, dan kan het ook bij het bestuur: alle gesprekken op één dag.</p>",
                ),
            ),
        ),
        (
            "Andere routes",
            (
                (
                    "Hoe werkt “schoolleiders waarderen schoolleiders”?",
                    "<p>Drie schoolleiders voeren op één dag, van 11.00 tot 17.00 uur, een professionele dialoog. Een procesbegeleider is erbij. U kiest uw eigen thema en bereidt uw eigen gesprek voor. Binnen 48 uur schrijft u een slotreflectie over de twee anderen, en zij over u.</p>",
                ),
                (
                    "Hoe werkt validering met een intake?",
                    "<p>U begint met een gesprek met een assessor: over de opbouw van uw portfolio, de thema’s, wat als bewijs telt en de punten die haalbaar zijn. Onderweg is er een voortgangsgesprek, en een 360-gradenscan met de blik van anderen. Daarna dient u uw portfolio in. Een assessor beslist of het genoeg houvast geeft voor het eindgesprek.</p><p>Dat gesprek voert u met twee assessoren en duurt twee en een half tot drie uur. U vertelt over situatie, taak, actie, resultaat en reflectie. Is het oordeel positief, dan kennen twee of meer assessoren u per thema registerpunten toe.</p>",
                ),
                (
                    "Is er een route voor alle schoolleiders van één bestuur?",
                    "<p>Ja. Een bestuur kan voor de eigen schoolleiders een route in eigen huis afspreken. Neem contact met ons op; dan kijken wij samen wat bij uw scholen past.</p>",
                ),
            ),
        ),
        (
            "Kosten",
            (
                (
                    "Wat kost validering met een portfolio?",
                    "<ul><li>Het portfolio gebruiken: 40 euro, eenmalig.</li><li>Beoordelen: 450 euro per thema.</li><li>Gesprek: 500 euro per thema.</li><li>Opnieuw indienen: 200 euro.</li><li>Opnieuw een gesprek: 500 euro.</li></ul>",
                ),
                (
                    "Wat kosten de andere routes?",
                    "<p>Schoolleiders waarderen schoolleiders kost 950 euro. Validering met een intake kost 2.195 euro.</p>",
                ),
            ),
        ),
    ),
    "en": (
        (
            "Learning networks",
            (
                (
                    "What is a learning network?",
                    "<p>A group of school leaders from several schools works for a year on a question from their own practice. A facilitator leads the meetings, sets assignments and brings in experts.</p>",
                ),
                (
                    "Does taking part in a learning network cost money?",
                    "<p>No. You pay with time: you are at all meetings, you make room in your school, and afterwards you share what works.</p>",
                ),
                (
                    "May I bring a colleague?",
                    "<p>Yes. To each meeting you may bring one colleague from your own school, such as a teacher or another leader. You give the name beforehand on the meeting’s page.</p>",
                ),
            ),
        ),
        (
            "What is validation?",
            (
                (
                    "What does it mean to validate informal learning?",
                    "<p>You show afterwards what you learned by doing. Assessors judge it. If it is sufficient it counts for your re-registration as a school leader, per professionalisation theme.</p>",
                ),
                (
                    "Which activities count?",
                    "<p>Almost everything from which you learn and on which you look back:</p><ul><li>reading and conferences;</li><li>peer supervision and school visits;</li><li>mentoring a colleague;</li><li>a study trip;</li><li>a learning network;</li><li>reflecting on your work with colleagues.</li></ul>",
                ),
                (
                    "Which routes are there?",
                    "<p>Three. You compose a <b>portfolio</b>. You hold a <b>professional dialogue</b> with two other school leaders. Or you begin with an <b>intake</b> and end with an interview of half a day. You choose what suits you.</p>",
                ),
            ),
        ),
        (
            "The portfolio",
            (
                (
                    "How do I build my portfolio?",
                    "<p>Per theme in four steps:</p><ol><li><b>Starting point</b>: a development or a case in your school.</li><li><b>Learning goals</b>: what did you want to learn yourself?</li><li><b>Destination</b>: the new situation, with sources.</li><li><b>Reflection</b>: what changed, what was your part, and why did you choose so?</li></ol>",
                ),
                (
                    "What must my portfolio comply with?",
                    "<ul><li>The four steps are filled in, from your own role.</li><li>You use the competencies of school leaders.</li><li>At least two colleagues gave feedback.</li><li>You name four sources or more, two of them literature.</li><li>You add five to ten pieces of evidence and mark in each what matters. Together they show more than one side: that of colleagues, pupils or parents, and your own.</li><li>The text has at most 3,000 words, appendices aside.</li></ul>",
                ),
                (
                    "Can I work on several themes at once?",
                    "<p>Yes, you work at your own pace on as many themes as you like. At most two are validated at the same time.</p>",
                ),
                (
                    "Can somebody look along in between?",
                    "<p>Yes, on request. Somebody then reads along and says what is missing. That is not an assessment yet.</p>",
                ),
                (
                    "Can I have my portfolio assessed beforehand?",
                    "<p>You can, you need not. Before you submit you then hear how your portfolio stands, and have time to improve it.</p>",
                ),
                (
                    "Can I learn together with others?",
                    "<p>Certainly. A few times a year there are information meetings, where peer groups form. The coordinator can also pair you with a school leader who has the same theme or the same development at school.</p>",
                ),
            ),
        ),
        (
            "Assessment and talk",
            (
                (
                    "How does the assessment go?",
                    "<p>When you judge your portfolio done, you submit it. Two assessors read it. If it is sufficient they invite you for a validation talk of about 45 minutes; for two themes 75. After a sufficient talk you receive a certificate per theme.</p>",
                ),
                (
                    "Who assess my portfolio?",
                    "<p>Per theme two registered assessors. They are the same two from start to end.</p>",
                ),
                (
                    "What if my portfolio is not sufficient yet?",
                    "<p>Then you read why, with tips. You change the portfolio and submit it again.</p>",
                ),
                (
                    "What if the talk does not succeed?",
                    "<p>You hear at once what was missing, and can read it again in a mail afterwards. Then you plan a new talk.</p>",
                ),
                (
                    "Where is the talk?",
                    "<p>At the institute. When several school leaders of one board submit in the same period it can be at the board: all talks on one day.</p>",
                ),
            ),
        ),
        (
            "Other routes",
            (
                (
                    "How does “school leaders value school leaders” work?",
                    "<p>Three school leaders hold a professional dialogue on one day, from 11:00 to 17:00, guided by a facilitator. You choose your own theme and prepare your own conversation. Within 48 hours you write a final reflection on the two others, and they on you.</p>",
                ),
                (
                    "How does validation with an intake work?",
                    "<p>You begin with a talk with an assessor: about the composition of your portfolio, the themes, what counts as evidence and the points within reach. On the way there is a progress talk, and a 360° scan with the view of others. Then you submit your portfolio. An assessor decides whether it gives enough ground for the final interview.</p><p>Two assessors hold that interview with you, for two and a half to three hours. You tell of situation, task, action, result and reflection. If the judgement is positive, two or more assessors award you register points per theme.</p>",
                ),
                (
                    "Is there a route for all school leaders of one board?",
                    "<p>Yes. A board can agree on a route of its own, in company, for its school leaders. Contact us, and together we see what suits your schools.</p>",
                ),
            ),
        ),
        (
            "Fees",
            (
                (
                    "What does validation with a portfolio cost?",
                    "<ul><li>Using the portfolio: 40 euros, once.</li><li>Assessing: 450 euros per theme.</li><li>Talk: 500 euros per theme.</li><li>Submitting again: 200 euros.</li><li>A repeated talk: 500 euros.</li></ul>",
                ),
                (
                    "What do the other routes cost?",
                    "<p>School leaders value school leaders costs 950 euros. Validation with an intake costs 2,195 euros.</p>",
                ),
            ),
        ),
    ),
}
