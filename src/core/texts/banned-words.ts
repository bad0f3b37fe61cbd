/** Words that promise what the service cannot keep. Source: DESIGN §5, 000:17. */
export const promises =
  /anonym|alltid|garanter|tr(?:y|yg)gg?e? kanal|lover (?:deg|å)|lovar (?:deg|å)|always|guarantee|anonymous|(?<!not a )safe channel|we promise/iu;

/** Words that name or suggest a way to be hurt, or judge. Source: FACTS, «#chatsafe in short». */
export const methods =
  /(?<!\p{L})(?:heng(?:e|te)|kutt|skjær(?:e|er)|piller|overdose|tablett|kniv|tau|hopp(?:e|et)?|tog|bro|begå|vellykket|mislykket|hang|cut(?:s|ting)?|pills?|knife|rope|jump|commit|successful)(?!\p{L})/iu;

/** What may be read in two ways has no place beside something serious. Source: 002:641. */
export const emoji = /\p{Extended_Pictographic}/u;

/** Help lines and Norwegian numbers as people write them; not a figure inside a name such as `called-112`. */
export const phoneNumber =
  /(?<![\p{L}\p{N}_#.-])(?:0?2800|11[023]|116[ -]?\d{3}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{8})(?![\p{L}\p{N}_-]|\.\p{N})/u;

/** A verb that says what to do, as it begins an instruction. */
export const action =
  /(?<![\p{L}\p{N}])(?:ring|skriv|send|gå|kom|spør|trykk|sjekk|velg|vel|slett|call|write|go|come|ask|press|check|choose|delete|text|use)(?![\p{L}\p{N}])/iu;
