const language = document.documentElement.lang || "nl";
const inAmsterdam = (style) => new Intl.DateTimeFormat(language, { ...style, timeZone: "Europe/Amsterdam" });
const day = inAmsterdam({ day: "numeric", month: "long", year: "numeric" });
const clock = inAmsterdam({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** As the server writes it: "5 november 2018, 14.05". */
function moment(iso) {
  const when = new Date(iso);
  const time = clock.format(when);
  return `${day.format(when)}, ${language === "nl" ? time.replace(":", ".") : time}`;
}

export function setTime(element, iso) {
  element.dateTime = iso;
  element.textContent = moment(iso);
}
