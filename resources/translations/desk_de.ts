<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>desk</name>
    <message>
      <source>  {name}, score from {cut}: by now {wrong} wrong of {checked} checked; {missing}.</source>
      <translation>  {name}, Wert ab {cut}: bis jetzt {wrong} von {checked} geprüften falsch; {missing}.</translation>
    </message>
    <message>
      <source>  {name}: its own evidence speaks against it.</source>
      <translation>  {name}: die eigenen Belege sprechen dagegen.</translation>
    </message>
    <message>
      <source> (before: {causes})</source>
      <translation> (vorher: {causes})</translation>
    </message>
    <message>
      <source> (process {pid})</source>
      <translation> (Prozess {pid})</translation>
    </message>
    <message>
      <source> (score on trial)</source>
      <translation> (Wert auf Probe)</translation>
    </message>
    <message>
      <source> (stands)</source>
      <translation> (gilt)</translation>
    </message>
    <message>
      <source> ({attempts} times)</source>
      <translation> ({attempts}-mal)</translation>
    </message>
    <message>
      <source> A draft counts for every article it cites.</source>
      <translation> Ein Entwurf zählt für jeden Artikel, den er zitiert.</translation>
    </message>
    <message>
      <source> Besides, all sending is stopped.</source>
      <translation> Außerdem ist alles Senden gestoppt.</translation>
    </message>
    <message>
      <source> In truth: “{short}”.</source>
      <translation> Richtig wäre: „{short}“.</translation>
    </message>
    <message>
      <source> Return or a double click opens the ticket.</source>
      <translation> Eingabetaste oder Doppelklick öffnet das Ticket.</translation>
    </message>
    <message>
      <source> Since it was adopted {changed} changed.</source>
      <translation> Seit der Übernahme geändert: {changed}.</translation>
    </message>
    <message>
      <source> Something is proven, though: read it, and sign it if you want it.</source>
      <translation> Allerdings ist etwas nachgewiesen: Lesen Sie es, und unterschreiben Sie, wenn Sie es wollen.</translation>
    </message>
    <message>
      <source> Their intervals overlap: the difference may be chance.</source>
      <translation> Die Intervalle überschneiden sich: Der Unterschied kann Zufall sein.</translation>
    </message>
    <message>
      <source> These backups still hold it: {name}.</source>
      <translation> Diese Sicherungen enthalten es noch: {name}.</translation>
    </message>
    <message>
      <source> about {topics}</source>
      <translation> zu {topics}</translation>
    </message>
    <message>
      <source> about “{0}”</source>
      <translation> über „{0}“</translation>
    </message>
    <message>
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <source> and {count} more</source>
      <translation> und {count} weitere</translation>
    </message>
    <message numerus="yes">
      <source> and {n} judgements</source>
      <translation>
        <numerusform> und {n} Beurteilung</numerusform>
        <numerusform> und {n} Beurteilungen</numerusform>
      </translation>
    </message>
    <message>
      <source> at {filename}</source>
      <translation> bei {filename}</translation>
    </message>
    <message>
      <source> by {agent}</source>
      <translation> von {agent}</translation>
    </message>
    <message>
      <source> with {model}</source>
      <translation> mit {model}</translation>
    </message>
    <message>
      <source> within {0} seconds</source>
      <translation> binnen {0} Sekunden</translation>
    </message>
    <message numerus="yes">
      <source> {n} with fewer than {small} decisions are in the table only.</source>
      <translation>
        <numerusform> {n} mit weniger als {small} Entscheidungen steht nur in der Tabelle.</numerusform>
        <numerusform> {n} mit weniger als {small} Entscheidungen stehen nur in der Tabelle.</numerusform>
      </translation>
    </message>
    <message>
      <source> {waiting} more wait for a decision.</source>
      <translation> {waiting} weitere warten auf eine Entscheidung.</translation>
    </message>
    <message>
      <source> · imported {imported_at}</source>
      <translation> · importiert {imported_at}</translation>
    </message>
    <message>
      <source> · review by {review_by}</source>
      <translation> · Prüfung bis {review_by}</translation>
    </message>
    <message>
      <source> · {count} left out</source>
      <translation> · {count} ausgelassen</translation>
    </message>
    <message>
      <source> · {line_words} marked</source>
      <translation> · {line_words} markiert</translation>
    </message>
    <message>
      <source> — these words are gone</source>
      <translation> – diese Worte gibt es nicht mehr</translation>
    </message>
    <message>
      <source> “{missing}” and no other that could write</source>
      <translation> „{missing}“ und kein anderes, das schreiben könnte</translation>
    </message>
    <message>
      <source>! Search index: {trouble}</source>
      <translation>! Suchindex: {trouble}</translation>
    </message>
    <message>
      <source>#{0} was merged into #{1} before: open that one</source>
      <translation>Nr. {0} wurde schon mit Nr. {1} zusammengeführt: Öffnen Sie dieses</translation>
    </message>
    <message>
      <source>#{number} {subject} · {status} · {day}</source>
      <translation>#{number} {subject} · {status} · {day}</translation>
    </message>
    <message>
      <source>#{number}: {subject}</source>
      <translation>#{number}: {subject}</translation>
    </message>
    <message>
      <source>#{one} linked with #{other}</source>
      <translation>#{one} mit #{other} verknüpft</translation>
    </message>
    <message>
      <source>#{ticket} {subject} ({status}): same person, likely the same matter</source>
      <translation>#{ticket} {subject} ({status}): dieselbe Person, wohl dieselbe Sache</translation>
    </message>
    <message>
      <source>#{ticket} “{subject}”</source>
      <translation>#{ticket} „{subject}“</translation>
    </message>
    <message>
      <source>#{ticket}: {stars} on {day}</source>
      <translation>#{ticket}: {stars} am {day}</translation>
    </message>
    <message>
      <source>'{0}' are no hours to sleep; write a number from 1 to {1}</source>
      <translation>„{0}“ ist keine Zahl von Stunden zum Zurückstellen; schreiben Sie eine Zahl von 1 bis {1}</translation>
    </message>
    <message>
      <source>'{0}' are no open hours; write 09:00-12:00 13:00-17:00</source>
      <translation>„{0}“ sind keine Öffnungszeiten; schreiben Sie 09:00-12:00 13:00-17:00</translation>
    </message>
    <message>
      <source>'{0}' cannot be both a topic of the goal and one people always answer</source>
      <translation>„{0}“ kann nicht zugleich Thema des Ziels und eines sein, das immer Menschen beantworten</translation>
    </message>
    <message>
      <source>'{0}' comes again by a rule that is not simply every year; write its days as events of their own</source>
      <translation>„{0}“ kehrt nach einer Regel wieder, die nicht einfach jährlich ist; tragen Sie die Tage als eigene Termine ein</translation>
    </message>
    <message>
      <source>'{0}' counts by it; give that service level another calendar first</source>
      <translation>„{0}“ rechnet danach; geben Sie dieser Servicezusage erst einen anderen Kalender</translation>
    </message>
    <message>
      <source>'{0}' does not fit; it takes {1}</source>
      <translation>„{0}“ passt nicht; möglich ist {1}</translation>
    </message>
    <message>
      <source>'{0}' has no day</source>
      <translation>„{0}“ hat keinen Tag</translation>
    </message>
    <message>
      <source>'{0}' has passed already</source>
      <translation>„{0}“ ist schon vorbei</translation>
    </message>
    <message>
      <source>'{0}' is more than ten years away</source>
      <translation>„{0}“ liegt mehr als zehn Jahre in der Zukunft</translation>
    </message>
    <message>
      <source>'{0}' is no span of time; write it like 4h, 30m or 1h 30m</source>
      <translation>„{0}“ ist keine Zeitspanne; schreiben Sie etwa 4h, 30m oder 1h 30m</translation>
    </message>
    <message>
      <source>'{0}' is no time zone; write one like Europe/Berlin</source>
      <translation>„{0}“ ist keine Zeitzone; schreiben Sie etwa Europe/Berlin</translation>
    </message>
    <message>
      <source>'{0}' is no time; write 2h, 3d, tomorrow, fri 14:00 or 2026-12-24 09:00</source>
      <translation>„{0}“ ist keine Zeit; schreiben Sie 2h, 3d, morgen, fr 14:00 oder 24.12. 09:00</translation>
    </message>
    <message>
      <source>'{0}' is no {1}; use {2}</source>
      <translation>„{0}“ gibt es nicht für {1}; möglich sind {2}</translation>
    </message>
    <message>
      <source>'{0}' is none of {1}</source>
      <translation>„{0}“ gehört nicht zu {1}</translation>
    </message>
    <message>
      <source>'{0}' is not a mail address</source>
      <translation>„{0}“ ist keine Mailadresse</translation>
    </message>
    <message>
      <source>'{0}' is not a whole day</source>
      <translation>„{0}“ ist kein ganzer Tag</translation>
    </message>
    <message>
      <source>'{0}' is nothing a rule can do; use {1}</source>
      <translation>„{0}“ kann keine Regel tun; möglich sind {1}</translation>
    </message>
    <message>
      <source>'{0}' is on {1}, which is no day</source>
      <translation>„{0}“ liegt auf {1}, und das ist kein Tag</translation>
    </message>
    <message>
      <source>'{0}' lasts {1} days; write its days as events of their own</source>
      <translation>„{0}“ dauert {1} Tage; tragen Sie die Tage als eigene Termine ein</translation>
    </message>
    <message>
      <source>'{0}' names no day; write {1} or two of them as mon-fri</source>
      <translation>„{0}“ nennt keinen Tag; schreiben Sie {1} oder zwei davon wie mon-fri</translation>
    </message>
    <message>
      <source>(empty message)</source>
      <translation>(leere Nachricht)</translation>
    </message>
    <message>
      <source>(invisible characters)</source>
      <translation>(unsichtbare Zeichen)</translation>
    </message>
    <message>
      <source>(no agent)</source>
      <translation>(ohne Agent)</translation>
    </message>
    <message>
      <source>(no article)</source>
      <translation>(ohne Artikel)</translation>
    </message>
    <message>
      <source>(no name)</source>
      <translation>(kein Name)</translation>
    </message>
    <message>
      <source>(no subject)</source>
      <translation>(ohne Betreff)</translation>
    </message>
    <message>
      <source>(no topic)</source>
      <translation>(ohne Thema)</translation>
    </message>
    <message>
      <source>(no writer)</source>
      <translation>(ohne Verfasser)</translation>
    </message>
    <message>
      <source>, and to {more} more</source>
      <translation>und an {more} weiteren</translation>
    </message>
    <message>
      <source>, and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>, beside one that was found</source>
      <translation>, steht neben einer gefundenen</translation>
    </message>
    <message>
      <source>, cited as {marks}</source>
      <translation>, zitiert als {marks}</translation>
    </message>
    <message>
      <source>, for “{missing}” is not installed</source>
      <translation>, denn „{missing}“ ist nicht installiert</translation>
    </message>
    <message>
      <source>, has {matched}</source>
      <translation>, enthält {matched}</translation>
    </message>
    <message>
      <source>, internal</source>
      <translation>, intern</translation>
    </message>
    <message>
      <source>, line {line}</source>
      <translation>, Zeile {line}</translation>
    </message>
    <message>
      <source>, never about {never}</source>
      <translation>, nie zu {never}</translation>
    </message>
    <message>
      <source>, never at this rate of errors</source>
      <translation>, bei dieser Fehlerquote nie</translation>
    </message>
    <message>
      <source>, not cited</source>
      <translation>, nicht zitiert</translation>
    </message>
    <message>
      <source>, not given to the writer</source>
      <translation>, dem Verfasser nicht gegeben</translation>
    </message>
    <message>
      <source>, on trial</source>
      <translation>, auf Probe</translation>
    </message>
    <message>
      <source>, reads {prompt_tokens_per_second}</source>
      <translation>, liest {prompt_tokens_per_second}</translation>
    </message>
    <message>
      <source>, score {score} (words {words}, meaning {meaning})</source>
      <translation>, Wert {score} (Wörter {words}, Bedeutung {meaning})</translation>
    </message>
    <message>
      <source>, score {score}, found by the conversation around the question</source>
      <translation>, Wert {score}, gefunden durch die Unterhaltung um die Frage herum</translation>
    </message>
    <message>
      <source>, searched one by one: they could not be linked ({0})</source>
      <translation>, einzeln durchsucht: Sie ließen sich nicht verknüpfen ({0})</translation>
    </message>
    <message>
      <source>, stale</source>
      <translation>, veraltet</translation>
    </message>
    <message>
      <source>, the oldest for {days}</source>
      <translation>, der älteste seit {days}</translation>
    </message>
    <message>
      <source>, {at_this_rate} if errors go on as so far</source>
      <translation>, {at_this_rate}, wenn es mit den Fehlern so weitergeht</translation>
    </message>
    <message>
      <source>, {duplicates} were there before</source>
      <translation>, {duplicates} waren schon da</translation>
    </message>
    <message>
      <source>, {size} a second</source>
      <translation>, {size} je Sekunde</translation>
    </message>
    <message>
      <source>, {size} of it on the graphics card</source>
      <translation>, davon {size} auf der Grafikkarte</translation>
    </message>
    <message>
      <source>0 uses all of two processors, and of more all but one.</source>
      <translation>0 nutzt bei zwei Prozessoren alle, bei mehr alle bis auf einen.</translation>
    </message>
    <message>
      <source>1 is better</source>
      <translation>1 ist besser</translation>
    </message>
    <message>
      <source>1 is right</source>
      <translation>1 ist richtig</translation>
    </message>
    <message>
      <source>1 message was received; these were not:</source>
      <translation>1 Nachricht wurde angenommen; diese nicht:</translation>
    </message>
    <message>
      <source>1 when it found nothing to stand on</source>
      <translation>1, wenn er nichts fand, worauf er sich stützen kann</translation>
    </message>
    <message>
      <source>1. Old tickets</source>
      <translation>1. Alte Tickets</translation>
    </message>
    <message>
      <source>2 is better</source>
      <translation>2 ist besser</translation>
    </message>
    <message>
      <source>2 is right</source>
      <translation>2 ist richtig</translation>
    </message>
    <message>
      <source>2. Drafts</source>
      <translation>2. Entwürfe</translation>
    </message>
    <message>
      <source>25 to 50%</source>
      <translation>25 bis 50 %</translation>
    </message>
    <message>
      <source>3. Judged blind</source>
      <translation>3. Blind beurteilt</translation>
    </message>
    <message>
      <source>30 days: {kept} kept, {missed} missed, {running} running</source>
      <translation>30 Tage: {kept} eingehalten, {missed} verfehlt, {running} laufen</translation>
    </message>
    <message>
      <source>4. Minutes saved</source>
      <translation>4. Gesparte Minuten</translation>
    </message>
    <message>
      <source>5. Report</source>
      <translation>5. Bericht</translation>
    </message>
    <message>
      <source>50 to 75%</source>
      <translation>50 bis 75 %</translation>
    </message>
    <message>
      <source>50% says nothing; 100% would tell every right draft from every wrong one.</source>
      <translation>50 % sagen nichts aus; 100 % hieße, dass jeder richtige Entwurf von jedem falschen zu unterscheiden ist.</translation>
    </message>
    <message>
      <source>75% and more</source>
      <translation>75 % und mehr</translation>
    </message>
    <message>
      <source>7d, 12h or 2026-05-01</source>
      <translation>7d, 12h oder 2026-05-01</translation>
    </message>
    <message>
      <source>80%, or 0.8</source>
      <translation>80 % oder 0.8</translation>
    </message>
    <message>
      <source>; has {matched}</source>
      <translation>; enthält {matched}</translation>
    </message>
    <message>
      <source>; the first: {0}, line {1}: {2}</source>
      <translation>; die erste: {0}, Zeile {1}: {2}</translation>
    </message>
    <message>
      <source>; their quotes stay</source>
      <translation>; ihre Zitate bleiben</translation>
    </message>
    <message>
      <source>; waiting: {paused}</source>
      <translation>; wartet: {paused}</translation>
    </message>
    <message>
      <source>; {count} left out</source>
      <translation>; {count} ausgelassen</translation>
    </message>
    <message numerus="yes">
      <source>; {n} more are so already</source>
      <translation>
        <numerusform>; {n} weiteres ist schon so</numerusform>
        <numerusform>; {n} weitere sind schon so</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>; {n} of them quote words that change</source>
      <translation>
        <numerusform>; {n} davon zitiert Worte, die sich ändern</numerusform>
        <numerusform>; {n} davon zitieren Worte, die sich ändern</numerusform>
      </translation>
    </message>
    <message>
      <source>; {reopened} customers wrote again after an answer</source>
      <translation>; {reopened} Kunden schrieben nach einer Antwort noch einmal</translation>
    </message>
    <message>
      <source>; {soon} count as wrong within three days</source>
      <translation>; {soon} zählen in den nächsten drei Tagen als falsch</translation>
    </message>
    <message>
      <source>; {soon} of them count as wrong for good within three days</source>
      <translation>; {soon} davon zählen in den nächsten drei Tagen endgültig als falsch</translation>
    </message>
    <message>
      <source>; {soon} of them count as wrong in three days</source>
      <translation>; {soon} davon zählen in drei Tagen als falsch</translation>
    </message>
    <message>
      <source>A colleague was already at it</source>
      <translation>Jemand aus dem Team war schon daran</translation>
    </message>
    <message>
      <source>A condition has no value yet.</source>
      <translation>Eine Bedingung hat noch keinen Wert.</translation>
    </message>
    <message>
      <source>A condition without a value does not count.</source>
      <translation>Eine Bedingung ohne Wert zählt nicht.</translation>
    </message>
    <message>
      <source>A draft about one of these is never recommended for sending, however sure it is. Danger, legal threats, security reports, anger, the press, advertising and orders to the program always go to a person.</source>
      <translation>Ein Entwurf zu einem davon wird nie zum Senden empfohlen, wie sicher er auch ist. Gefahr, rechtliche Drohungen, Sicherheitsmeldungen, Ärger, Presse, Werbung und Befehle an das Programm gehen immer an einen Menschen.</translation>
    </message>
    <message>
      <source>A draft is on its way. It appears in Review when it is written.</source>
      <translation>Ein Entwurf ist unterwegs. Er erscheint unter Prüfung, wenn er geschrieben ist.</translation>
    </message>
    <message>
      <source>A draft takes {duration} on this machine, once it is loaded</source>
      <translation>Ein Entwurf dauert auf diesem Rechner {duration}, sobald das Modell geladen ist</translation>
    </message>
    <message>
      <source>A draft you asked for</source>
      <translation>Ein Entwurf, um den Sie gebeten haben</translation>
    </message>
    <message>
      <source>A field of your own</source>
      <translation>Ein eigenes Feld</translation>
    </message>
    <message>
      <source>A forward: it does nothing to the ticket.</source>
      <translation>Eine Weiterleitung: Sie ändert am Ticket nichts.</translation>
    </message>
    <message>
      <source>A hint for the draft, if it needs one</source>
      <translation>Ein Hinweis für den Entwurf, falls nötig</translation>
    </message>
    <message>
      <source>A link in the draft is in no cited passage</source>
      <translation>Ein Verweis im Entwurf steht in keiner zitierten Textstelle</translation>
    </message>
    <message>
      <source>A long list takes a moment.</source>
      <translation>Eine lange Liste braucht einen Moment.</translation>
    </message>
    <message>
      <source>A machine wrote to this ticket</source>
      <translation>Eine Maschine schrieb in dieses Ticket</translation>
    </message>
    <message>
      <source>A mail address in the draft is in no cited passage</source>
      <translation>Eine Mailadresse im Entwurf steht in keiner zitierten Textstelle</translation>
    </message>
    <message>
      <source>A minus: without it</source>
      <translation>Ein Minus: ohne das</translation>
    </message>
    <message>
      <source>A newer draft or a reply has taken the place of this one.</source>
      <translation>Ein neuerer Entwurf oder eine Antwort ist an seine Stelle getreten.</translation>
    </message>
    <message>
      <source>A note for that moment, if you like</source>
      <translation>Eine Notiz für dann, wenn Sie möchten</translation>
    </message>
    <message>
      <source>A note for your colleagues</source>
      <translation>Eine Notiz für Ihr Team</translation>
    </message>
    <message>
      <source>A number, date or code in the draft is in no cited passage</source>
      <translation>Eine Zahl, ein Datum oder Code im Entwurf steht in keiner zitierten Textstelle</translation>
    </message>
    <message>
      <source>A number, date or code is not in the sources</source>
      <translation>Eine Zahl, ein Datum oder Code steht nicht in den Quellen</translation>
    </message>
    <message>
      <source>A page that may ask for passwords</source>
      <translation>Eine Seite, die nach Passwörtern fragen könnte</translation>
    </message>
    <message>
      <source>A person always decides, however sure a draft is</source>
      <translation>Immer entscheidet ein Mensch, wie sicher ein Entwurf auch ist</translation>
    </message>
    <message>
      <source>A person decides about</source>
      <translation>Ein Mensch entscheidet über</translation>
    </message>
    <message>
      <source>A person decides about it</source>
      <translation>Darüber entscheidet ein Mensch</translation>
    </message>
    <message>
      <source>A person decides about its topic</source>
      <translation>Über sein Thema entscheidet ein Mensch</translation>
    </message>
    <message>
      <source>A person took it back</source>
      <translation>Ein Mensch nahm ihn zurück</translation>
    </message>
    <message>
      <source>A phone number in the draft is in no cited passage</source>
      <translation>Eine Telefonnummer im Entwurf steht in keiner zitierten Textstelle</translation>
    </message>
    <message>
      <source>A promise hangs on what a person or the customer says. It cannot hang on what changes by itself, like the last change, what is due or the state of a draft: nobody would notice when it has to be reckoned anew.</source>
      <translation>Eine Zusage hängt davon ab, was ein Mensch oder der Kunde sagt. Sie kann nicht von etwas abhängen, das sich von selbst ändert, wie der letzten Änderung, der Fälligkeit oder dem Stand eines Entwurfs: Niemand würde merken, wann neu zu rechnen ist.</translation>
    </message>
    <message>
      <source>A promise that is missed</source>
      <translation>Eine verfehlte Zusage</translation>
    </message>
    <message>
      <source>A reply left</source>
      <translation>Eine Antwort ging hinaus</translation>
    </message>
    <message>
      <source>A reply on ticket {number} was not sent</source>
      <translation>Eine Antwort zu Ticket {number} wurde nicht gesendet</translation>
    </message>
    <message>
      <source>A reply that was not sent</source>
      <translation>Eine nicht gesendete Antwort</translation>
    </message>
    <message>
      <source>A report without customer text is in {path}.</source>
      <translation>Ein Bericht ohne Kundentexte liegt unter {path}.</translation>
    </message>
    <message>
      <source>A rule held it back, or a person had asked for it</source>
      <translation>Eine Regel hielt ihn zurück, oder ein Mensch war verlangt</translation>
    </message>
    <message>
      <source>A sample is drawn by lot, once. Say first how many drafts you will judge; 45 right ones in a row prove 5%.</source>
      <translation>Eine Stichprobe wird einmal ausgelost. Sagen Sie zuerst, wie viele Entwürfe Sie beurteilen; 45 richtige nacheinander weisen 5 % nach.</translation>
    </message>
    <message>
      <source>A search for one of these words also finds passages that have another of them. Write down what your customers call a thing, and what your articles call it: “bill” and “invoice, receipt”.</source>
      <translation>Eine Suche nach einem dieser Wörter findet auch Textstellen mit einem anderen davon. Schreiben Sie auf, wie Ihre Kunden etwas nennen und wie Ihre Artikel: „Rechnung“ und „Faktura, Beleg“.</translation>
    </message>
    <message>
      <source>A sentence in the draft is not what the cited passages say</source>
      <translation>Ein Satz im Entwurf steht so nicht in den zitierten Textstellen</translation>
    </message>
    <message>
      <source>A server on another computer is asked only when its address stands here too: customers' texts go there.</source>
      <translation>Ein Server auf einem anderen Rechner wird nur gefragt, wenn seine Adresse auch hier steht: Kundentexte gehen dorthin.</translation>
    </message>
    <message>
      <source>A signature needs a name: set yours in Preferences, You. Nothing was changed.</source>
      <translation>Eine Unterschrift braucht einen Namen: Tragen Sie Ihren in den Einstellungen unter „Sie“ ein. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>A single question</source>
      <translation>Eine einzelne Frage</translation>
    </message>
    <message>
      <source>A step to add</source>
      <translation>Neuer Schritt</translation>
    </message>
    <message>
      <source>A stop or an alarm stands. Look at it, then allow sending again in Insights, Sending, or by helpdesk autosend resume.</source>
      <translation>Ein Stopp oder Alarm besteht. Sehen Sie ihn an, und erlauben Sie den Versand dann wieder unter Auswertung, Versand, oder mit helpdesk autosend resume.</translation>
    </message>
    <message>
      <source>A tag to add</source>
      <translation>Neues Schlagwort</translation>
    </message>
    <message>
      <source>A tag, like vip</source>
      <translation>Ein Schlagwort, etwa vip</translation>
    </message>
    <message>
      <source>A ticket came in, a reply was drafted, you decided. All keys are on the list behind the question mark.</source>
      <translation>Ein Ticket kam herein, eine Antwort wurde entworfen, Sie haben entschieden. Alle Tasten stehen in der Liste hinter dem Fragezeichen.</translation>
    </message>
    <message>
      <source>A ticket with one message cannot be split.</source>
      <translation>Ein Ticket mit nur einer Nachricht lässt sich nicht teilen.</translation>
    </message>
    <message>
      <source>A very similar question was answered before</source>
      <translation>Eine sehr ähnliche Frage wurde schon beantwortet</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Worüber</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>Accept the proposal</source>
      <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
      <source>Accepted</source>
      <translation>Übernommen</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Add a condition</source>
      <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
      <source>Add a condition: {title}</source>
      <translation>Bedingung hinzufügen: {title}</translation>
    </message>
    <message>
      <source>Add a line</source>
      <translation>Zeile hinzufügen</translation>
    </message>
    <message>
      <source>Add a line of synonyms</source>
      <translation>Eine Zeile mit Synonymen hinzufügen</translation>
    </message>
    <message>
      <source>Add a step</source>
      <translation>Schritt hinzufügen</translation>
    </message>
    <message>
      <source>Add a tag</source>
      <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
      <source>Add a tag…</source>
      <translation>Schlagwort hinzufügen …</translation>
    </message>
    <message>
      <source>Add an address</source>
      <translation>Adresse hinzufügen</translation>
    </message>
    <message>
      <source>Add an agent of that name</source>
      <translation>Einen Agenten dieses Namens hinzufügen</translation>
    </message>
    <message>
      <source>Add holidays…</source>
      <translation>Feiertage hinzufügen …</translation>
    </message>
    <message>
      <source>Add note</source>
      <translation>Notiz hinzufügen</translation>
    </message>
    <message>
      <source>Add something to do</source>
      <translation>Aktion hinzufügen</translation>
    </message>
    <message>
      <source>Add tag</source>
      <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
      <source>Add tags</source>
      <translation>Schlagwörter hinzufügen</translation>
    </message>
    <message>
      <source>Add the holidays of an .ics file</source>
      <translation>Feiertage aus einer .ics-Datei hinzufügen</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Hinzugefügt</translation>
    </message>
    <message>
      <source>Added: {name}</source>
      <translation>Hinzugefügt: {name}</translation>
    </message>
    <message>
      <source>Addition</source>
      <translation>Ergänzung</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>Address of a third person</source>
      <translation>Adresse einer dritten Person</translation>
    </message>
    <message>
      <source>Address of the Ollama server. Only this host is ever contacted.</source>
      <translation>Adresse des Ollama-Servers. Nur dieser Rechner wird gefragt.</translation>
    </message>
    <message>
      <source>After a ticket is dealt with</source>
      <translation>Wenn ein Ticket erledigt ist</translation>
    </message>
    <message>
      <source>After so many hours without a word</source>
      <translation>Nach so vielen Stunden ohne ein Wort</translation>
    </message>
    <message>
      <source>Against the version in force</source>
      <translation>Gegen die geltende Fassung</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>Agent</translation>
    </message>
    <message>
      <source>Agent {name} added</source>
      <translation>Agent {name} hinzugefügt</translation>
    </message>
    <message>
      <source>Agent {name} changed</source>
      <translation>Agent {name} geändert</translation>
    </message>
    <message>
      <source>Agent {name} removed</source>
      <translation>Agent {name} entfernt</translation>
    </message>
    <message>
      <source>Agents</source>
      <translation>Agenten</translation>
    </message>
    <message>
      <source>Alarm above the usual hour</source>
      <translation>Alarm über der üblichen Stunde</translation>
    </message>
    <message>
      <source>Alarm not below</source>
      <translation>Alarm nicht unter</translation>
    </message>
    <message>
      <source>Alike, {status}</source>
      <translation>Ähnlich, {status}</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All as they were</source>
      <translation>Alle zurücksetzen</translation>
    </message>
    <message>
      <source>All columns</source>
      <translation>Alle Spalten</translation>
    </message>
    <message>
      <source>All keys are as they came.</source>
      <translation>Alle Tasten sind, wie sie waren.</translation>
    </message>
    <message>
      <source>All numbers are in the sources</source>
      <translation>Alle Zahlen stehen in den Quellen</translation>
    </message>
    <message>
      <source>All of them are back in the queue.</source>
      <translation>Alle sind wieder in der Prüfliste.</translation>
    </message>
    <message>
      <source>All of them were so already.</source>
      <translation>Alle waren schon so.</translation>
    </message>
    <message>
      <source>All of these hold</source>
      <translation>Alle davon gelten</translation>
    </message>
    <message>
      <source>All others</source>
      <translation>Alle anderen</translation>
    </message>
    <message>
      <source>All promises</source>
      <translation>Alle Zusagen</translation>
    </message>
    <message>
      <source>All tickets</source>
      <translation>Alle Tickets</translation>
    </message>
    <message>
      <source>All views show these columns now.</source>
      <translation>Alle Ansichten zeigen jetzt diese Spalten.</translation>
    </message>
    <message>
      <source>All {count} knowledge bases</source>
      <translation>Alle {count} Wissensbasen</translation>
    </message>
    <message numerus="yes">
      <source>All {n} tickets are so already.</source>
      <translation>
        <numerusform>Das Ticket ist schon so.</numerusform>
        <numerusform>Alle {n} Tickets sind schon so.</numerusform>
      </translation>
    </message>
    <message>
      <source>Allow again</source>
      <translation>Wieder erlauben</translation>
    </message>
    <message>
      <source>Allow again…</source>
      <translation>Wieder erlauben …</translation>
    </message>
    <message>
      <source>Allow customers' texts to go to this server</source>
      <translation>Erlauben, dass Kundentexte an diesen Server gehen</translation>
    </message>
    <message>
      <source>Allow it</source>
      <translation>Erlauben</translation>
    </message>
    <message>
      <source>Allow sending again</source>
      <translation>Versand wieder erlauben</translation>
    </message>
    <message>
      <source>Allow sending again after a stop or an alarm</source>
      <translation>Versand nach einem Stopp oder Alarm wieder erlauben</translation>
    </message>
    <message>
      <source>Allowed again</source>
      <translation>Wieder erlaubt</translation>
    </message>
    <message>
      <source>Allowed again.</source>
      <translation>Wieder erlaubt.</translation>
    </message>
    <message>
      <source>Also does: {actions}</source>
      <translation>Außerdem: {actions}</translation>
    </message>
    <message>
      <source>Also hide</source>
      <translation>Ebenfalls verbergen</translation>
    </message>
    <message>
      <source>An address that gets the replies too</source>
      <translation>Eine Adresse, die die Antworten auch bekommt</translation>
    </message>
    <message>
      <source>An agent's name, me or none</source>
      <translation>Der Name eines Agenten, me oder none</translation>
    </message>
    <message>
      <source>An alarm stood</source>
      <translation>Ein Alarm bestand</translation>
    </message>
    <message>
      <source>An answer to what you forwarded, on ticket {number}</source>
      <translation>Eine Antwort auf Ihre Weiterleitung, Ticket {number}</translation>
    </message>
    <message>
      <source>An article it stood on changed</source>
      <translation>Ein Artikel, auf den er sich stützt, wurde geändert</translation>
    </message>
    <message>
      <source>An error had been planted in this draft, and it is easily overlooked; that is why it is tested now and then.</source>
      <translation>In diesen Entwurf war ein Fehler eingebaut, und er ist leicht zu übersehen; darum wird das hin und wieder getestet.</translation>
    </message>
    <message>
      <source>An error had been planted in this draft, and you did not let it pass.</source>
      <translation>In diesen Entwurf war ein Fehler eingebaut, und Sie haben ihn nicht durchgelassen.</translation>
    </message>
    <message>
      <source>An honest score</source>
      <translation>Ein ehrlicher Wert</translation>
    </message>
    <message>
      <source>An unforeseen {kind} stopped this step; your work is saved. Try again, and save the report if it returns.</source>
      <translation>Ein unvorhergesehener {kind} hat diesen Schritt beendet; Ihre Arbeit ist gespeichert. Versuchen Sie es noch einmal, und speichern Sie den Bericht, wenn es wiederkommt.</translation>
    </message>
    <message>
      <source>And at least one of these</source>
      <translation>Und mindestens eine davon</translation>
    </message>
    <message>
      <source>Another computer, not confirmed</source>
      <translation>Anderer Rechner, nicht bestätigt</translation>
    </message>
    <message>
      <source>Another draft was asked for.</source>
      <translation>Ein anderer Entwurf ist verlangt.</translation>
    </message>
    <message>
      <source>Another host</source>
      <translation>Ein anderer Rechner</translation>
    </message>
    <message>
      <source>Another model, prompt or knowledge search wrote it than was proven</source>
      <translation>Ein anderes Modell, ein anderer Prompt oder eine andere Wissenssuche als nachgewiesen schrieb ihn</translation>
    </message>
    <message>
      <source>Another model, prompt, search model, score, rule or setting for drafting ends it; articles may change, and are watched.</source>
      <translation>Es endet mit einem anderen Modell, einer anderen Anweisung, einem anderen Suchmodell, einem anderen Wert, einer anderen Regel oder einer anderen Einstellung zum Entwerfen; Artikel dürfen sich ändern und werden beobachtet.</translation>
    </message>
    <message>
      <source>Another order; a minus turns it round</source>
      <translation>Eine andere Reihenfolge; ein Minus kehrt sie um</translation>
    </message>
    <message>
      <source>Another program holds the store</source>
      <translation>Ein anderes Programm hält die Datenbank fest</translation>
    </message>
    <message>
      <source>Another score than the proven one judged it</source>
      <translation>Ein anderer Wert als der nachgewiesene beurteilte ihn</translation>
    </message>
    <message>
      <source>Answer 1</source>
      <translation>Antwort 1</translation>
    </message>
    <message>
      <source>Answer 2</source>
      <translation>Antwort 2</translation>
    </message>
    <message>
      <source>Answer customers who ask the same together</source>
      <translation>Kunden mit derselben Frage zusammen antworten</translation>
    </message>
    <message>
      <source>Answer some tickets with the desk's draft and some without; the difference is what it saves.</source>
      <translation>Beantworten Sie einige Tickets mit dem Entwurf und einige ohne; der Unterschied ist das, was er spart.</translation>
    </message>
    <message>
      <source>Answer them together</source>
      <translation>Zusammen antworten</translation>
    </message>
    <message>
      <source>Answer tickets while the clock runs</source>
      <translation>Tickets beantworten, während die Uhr läuft</translation>
    </message>
    <message>
      <source>Answered from the knowledge base</source>
      <translation>Aus der Wissensbasis beantwortet</translation>
    </message>
    <message>
      <source>Answered tickets like this one</source>
      <translation>Beantwortete Tickets wie dieses</translation>
    </message>
    <message>
      <source>Answered {when}: {short}</source>
      <translation>Beantwortet {when}: {short}</translation>
    </message>
    <message>
      <source>Answers a customer and day</source>
      <translation>Antworten je Kunde und Tag</translation>
    </message>
    <message>
      <source>Answers from {threshold} on leave by themselves. This is not proven: nobody knows how many of them are wrong. {signed_by}</source>
      <translation>Antworten ab {threshold} gehen von selbst hinaus. Das ist nicht nachgewiesen: Niemand weiß, wie viele davon falsch sind. {signed_by}</translation>
    </message>
    <message>
      <source>Answers leave by themselves without proof.</source>
      <translation>Antworten gehen ohne Nachweis von selbst hinaus.</translation>
    </message>
    <message>
      <source>Answers that left by themselves</source>
      <translation>Antworten, die von selbst hinausgingen</translation>
    </message>
    <message>
      <source>Answers you write once. The best fitting one is given to the model, and is sent for review as it stands when no article answers; you put one in with / while you write. {customer}, {first_name}, {agent}, {company}, {ticket} and {subject} are filled in. Putting one in never sends anything.</source>
      <translation>Antworten, die Sie einmal schreiben. Das Modell bekommt die passendste; beantwortet kein Artikel die Frage, kommt sie unverändert in die Prüfung. Beim Schreiben setzen Sie eine mit / ein. {customer}, {first_name}, {agent}, {company}, {ticket} und {subject} werden ausgefüllt. Beim Einsetzen wird nie etwas gesendet.</translation>
    </message>
    <message>
      <source>Anything said</source>
      <translation>Irgendetwas Gesagtes</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <source>Approve and send</source>
      <translation>Freigeben und senden</translation>
    </message>
    <message numerus="yes">
      <source>Approve these {n}</source>
      <translation>
        <numerusform>Ihn freigeben</numerusform>
        <numerusform>Diese {n} freigeben</numerusform>
      </translation>
    </message>
    <message>
      <source>Approve those ticked</source>
      <translation>Angehakte freigeben</translation>
    </message>
    <message>
      <source>Approved</source>
      <translation>Freigegeben</translation>
    </message>
    <message>
      <source>Approved as drafted</source>
      <translation>Wie entworfen freigegeben</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>Arabisch</translation>
    </message>
    <message>
      <source>Archived</source>
      <translation>Archiviert</translation>
    </message>
    <message>
      <source>Around {score} the score is {how}: {right} of {count} were right. {off}</source>
      <translation>Um {score} ist der Wert {how}: {right} von {count} waren richtig. {off}</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Article  ?</source>
      <translation>Artikel  ?</translation>
    </message>
    <message>
      <source>Article in {base}</source>
      <translation>Artikel in {base}</translation>
    </message>
    <message>
      <source>Article text</source>
      <translation>Artikeltext</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Articles ({what})</source>
      <translation>Artikel ({what})</translation>
    </message>
    <message>
      <source>Articles about this ticket</source>
      <translation>Artikel zu diesem Ticket</translation>
    </message>
    <message>
      <source>Articles want a review after</source>
      <translation>Artikel sind zu prüfen nach</translation>
    </message>
    <message>
      <source>As I say</source>
      <translation>So umschreiben</translation>
    </message>
    <message>
      <source>As it stands it cannot be accepted: {failure}. </source>
      <translation>So kann es nicht übernommen werden: {failure}. </translation>
    </message>
    <message>
      <source>As it was</source>
      <translation>Wie vorher</translation>
    </message>
    <message>
      <source>As it was at</source>
      <translation>Stand vom</translation>
    </message>
    <message>
      <source>As it was before</source>
      <translation>Stand davor</translation>
    </message>
    <message>
      <source>As it was read: {value_words}</source>
      <translation>Wie gelesen: {value_words}</translation>
    </message>
    <message>
      <source>As its file says</source>
      <translation>Wie in der Datei</translation>
    </message>
    <message>
      <source>As its file says{by_file}</source>
      <translation>Wie in der Datei{by_file}</translation>
    </message>
    <message>
      <source>As of {moment}</source>
      <translation>Stand: {moment}</translation>
    </message>
    <message>
      <source>As proposed</source>
      <translation>Wie vorgeschlagen</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Ask for a draft</source>
      <translation>Um einen Entwurf bitten</translation>
    </message>
    <message>
      <source>Ask how the answer was</source>
      <translation>Fragen, wie die Antwort war</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Gefragt</translation>
    </message>
    <message>
      <source>Asked: {short}</source>
      <translation>Gefragt: {short}</translation>
    </message>
    <message>
      <source>Asking the server for {name}…</source>
      <translation>{name} wird vom Server angefordert …</translation>
    </message>
    <message>
      <source>Asking {0}</source>
      <translation>{0} wird gefragt</translation>
    </message>
    <message>
      <source>Asks now</source>
      <translation>Fragt jetzt</translation>
    </message>
    <message>
      <source>Asleep until {when}</source>
      <translation>Zurückgestellt bis {when}</translation>
    </message>
    <message>
      <source>Asleep until {when}.</source>
      <translation>Zurückgestellt bis {when}.</translation>
    </message>
    <message>
      <source>Assign</source>
      <translation>Zuweisen</translation>
    </message>
    <message>
      <source>Assign to</source>
      <translation>Zuweisen an</translation>
    </message>
    <message>
      <source>Assigned to nobody</source>
      <translation>Niemandem zugewiesen</translation>
    </message>
    <message>
      <source>Assignee</source>
      <translation>Zuständig</translation>
    </message>
    <message>
      <source>At a time of your own…</source>
      <translation>Zu einer eigenen Zeit …</translation>
    </message>
    <message>
      <source>At least one message stays.</source>
      <translation>Mindestens eine Nachricht bleibt.</translation>
    </message>
    <message>
      <source>At least one sentence has no source, or hardly any backing</source>
      <translation>Mindestens ein Satz nennt keine Quelle oder ist durch seine Quelle kaum belegt</translation>
    </message>
    <message>
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <source>At most {alpha} of the answers{topics} may be wrong, with {what} confidence{never}. Set by {agent}, {at}.</source>
      <translation>Höchstens {alpha} der Antworten{topics} dürfen falsch sein, mit {what} Sicherheit{never}. Festgelegt von {agent}, {at}.</translation>
    </message>
    <message>
      <source>At most {alpha} wrong</source>
      <translation>Höchstens {alpha} falsch</translation>
    </message>
    <message>
      <source>At work</source>
      <translation>Bei der Arbeit</translation>
    </message>
    <message>
      <source>Attach files</source>
      <translation>Dateien anhängen</translation>
    </message>
    <message>
      <source>Attached files</source>
      <translation>Angehängte Dateien</translation>
    </message>
    <message>
      <source>Attached: {name}</source>
      <translation>Angehängt: {name}</translation>
    </message>
    <message>
      <source>Attachment</source>
      <translation>Anhang</translation>
    </message>
    <message>
      <source>Attachment {name}</source>
      <translation>Anhang {name}</translation>
    </message>
    <message>
      <source>Audience</source>
      <translation>Leserkreis</translation>
    </message>
    <message>
      <source>Audience of this knowledge base</source>
      <translation>Leserkreis dieser Wissensbasis</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Automatic asks the local model when it is reachable and quotes the knowledge base otherwise.</source>
      <translation>„Automatisch“ fragt das lokale Modell, wenn es erreichbar ist, und zitiert sonst die Wissensbasis.</translation>
    </message>
    <message>
      <source>Automatic mail</source>
      <translation>Automatische Mail</translation>
    </message>
    <message>
      <source>Back to my text</source>
      <translation>Zurück zu meinem Text</translation>
    </message>
    <message>
      <source>Back to the conversation</source>
      <translation>Zurück zum Verlauf</translation>
    </message>
    <message>
      <source>Back to the list</source>
      <translation>Zurück zur Liste</translation>
    </message>
    <message>
      <source>Back to the proposed text</source>
      <translation>Zurück zum vorgeschlagenen Text</translation>
    </message>
    <message>
      <source>Back to the reply</source>
      <translation>Zurück zur Antwort</translation>
    </message>
    <message>
      <source>Back to the text in force</source>
      <translation>Zurück zum geltenden Text</translation>
    </message>
    <message>
      <source>Back to the ticket</source>
      <translation>Zurück zum Ticket</translation>
    </message>
    <message>
      <source>Back to the trial</source>
      <translation>Zurück zum Probelauf</translation>
    </message>
    <message>
      <source>Back to the trial; this one is not timed</source>
      <translation>Zurück zum Probelauf; dieses Ticket wird nicht gemessen</translation>
    </message>
    <message>
      <source>Back to the trial; this one stays for later</source>
      <translation>Zurück zum Probelauf; dieses Ticket bleibt für später</translation>
    </message>
    <message>
      <source>Back to the usual columns</source>
      <translation>Zurück zu den üblichen Spalten</translation>
    </message>
    <message>
      <source>Back to the view</source>
      <translation>Zurück zur Ansicht</translation>
    </message>
    <message>
      <source>Back to where you were</source>
      <translation>Zurück, wo Sie waren</translation>
    </message>
    <message>
      <source>Back up the workspace</source>
      <translation>Arbeitsbereich sichern</translation>
    </message>
    <message>
      <source>Back up the workspace into one file</source>
      <translation>Arbeitsbereich in eine Datei sichern</translation>
    </message>
    <message>
      <source>Back up…</source>
      <translation>Sichern …</translation>
    </message>
    <message>
      <source>Back: close what lies over the conversation</source>
      <translation>Zurück: schließen, was über dem Verlauf liegt</translation>
    </message>
    <message>
      <source>Backing up</source>
      <translation>Sicherung läuft</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Sicherung</translation>
    </message>
    <message>
      <source>Backup unusable</source>
      <translation>Sicherung unbrauchbar</translation>
    </message>
    <message>
      <source>Backups (*.{suffix})</source>
      <translation>Sicherungen (*.{suffix})</translation>
    </message>
    <message>
      <source>Begin a new macro</source>
      <translation>Neuen Textbaustein beginnen</translation>
    </message>
    <message>
      <source>Begin a new one: {title}</source>
      <translation>Neu beginnen: {title}</translation>
    </message>
    <message>
      <source>Begin a new template</source>
      <translation>Neue Vorlage beginnen</translation>
    </message>
    <message>
      <source>Begin with a template</source>
      <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
      <source>Being sent</source>
      <translation>Wird gesendet</translation>
    </message>
    <message>
      <source>Being translated…</source>
      <translation>Wird übersetzt …</translation>
    </message>
    <message>
      <source>Being written</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <source>Beside the person's reply</source>
      <translation>Neben der Antwort des Menschen</translation>
    </message>
    <message>
      <source>Beside the person's reply: {same} the same, {differs} with other numbers.</source>
      <translation>Neben der Antwort des Menschen: {same} gleich, {differs} mit anderen Zahlen.</translation>
    </message>
    <message>
      <source>Beyond the window</source>
      <translation>Außerhalb des Fensters</translation>
    </message>
    <message>
      <source>Blocked by</source>
      <translation>Blockiert von</translation>
    </message>
    <message>
      <source>Blocks</source>
      <translation>Blockiert</translation>
    </message>
    <message>
      <source>Both are fine</source>
      <translation>Beide sind gut</translation>
    </message>
    <message>
      <source>Both are right</source>
      <translation>Beide sind richtig</translation>
    </message>
    <message>
      <source>Bring in the samples</source>
      <translation>Beispiele hereinholen</translation>
    </message>
    <message>
      <source>Bring “{name}” in step with its folder?</source>
      <translation>„{name}“ an den Ordner angleichen?</translation>
    </message>
    <message>
      <source>Bringing the desk to this version of the program</source>
      <translation>Der Helpdesk wird auf diese Version des Programms gebracht</translation>
    </message>
    <message>
      <source>Build the search index anew</source>
      <translation>Suchindex neu aufbauen</translation>
    </message>
    <message>
      <source>Building the index anew</source>
      <translation>Index wird neu aufgebaut</translation>
    </message>
    <message>
      <source>By a mail of its own</source>
      <translation>Mit einer eigenen Mail</translation>
    </message>
    <message>
      <source>By itself</source>
      <translation>Von selbst</translation>
    </message>
    <message>
      <source>Calendars (*.ics)</source>
      <translation>Kalender (*.ics)</translation>
    </message>
    <message>
      <source>Calm</source>
      <translation>Ruhig</translation>
    </message>
    <message>
      <source>Came back: nobody had answered</source>
      <translation>Kam zurück: Niemand hatte geantwortet</translation>
    </message>
    <message>
      <source>Came in</source>
      <translation>Eingegangen</translation>
    </message>
    <message>
      <source>Came in before that day, month or year; after: from then on</source>
      <translation>Kamen vor diesem Tag, Monat oder Jahr herein; after: von da an</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel the replay</source>
      <translation>Wiederholung abbrechen</translation>
    </message>
    <message>
      <source>Cancel the rewriting</source>
      <translation>Umschreiben abbrechen</translation>
    </message>
    <message>
      <source>Cancel this job</source>
      <translation>Diesen Auftrag abbrechen</translation>
    </message>
    <message>
      <source>Cancellation</source>
      <translation>Kündigung</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>Abgebrochen</translation>
    </message>
    <message>
      <source>Cannot be shown safely</source>
      <translation>Kann nicht sicher angezeigt werden</translation>
    </message>
    <message>
      <source>Certified</source>
      <translation>Zertifiziert</translation>
    </message>
    <message>
      <source>Chance to be higher for a right draft than for a wrong one</source>
      <translation>Chance, bei einem richtigen Entwurf höher zu sein als bei einem falschen</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>Change the chosen agent to that</source>
      <translation>Den gewählten Agenten so ändern</translation>
    </message>
    <message>
      <source>Change this view</source>
      <translation>Diese Ansicht ändern</translation>
    </message>
    <message numerus="yes">
      <source>Change {n} tickets</source>
      <translation>
        <numerusform>{n} Ticket ändern</numerusform>
        <numerusform>{n} Tickets ändern</numerusform>
      </translation>
    </message>
    <message>
      <source>Change “{title}”</source>
      <translation>„{title}“ ändern</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <source>Changed the view {name}</source>
      <translation>Ansicht {name} geändert</translation>
    </message>
    <message>
      <source>Changed: {name}</source>
      <translation>Geändert: {name}</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>Änderungen</translation>
    </message>
    <message>
      <source>Changes in {folder} do not come in by themselves: {detail}.</source>
      <translation>Änderungen in {folder} kommen nicht von selbst herein: {detail}.</translation>
    </message>
    <message>
      <source>Changes of the rewriting</source>
      <translation>Änderungen der Umschreibung</translation>
    </message>
    <message>
      <source>Changes to take or leave</source>
      <translation>Änderungen zum Übernehmen oder Lassen</translation>
    </message>
    <message>
      <source>Changes, newest first</source>
      <translation>Änderungen, neueste zuerst</translation>
    </message>
    <message>
      <source>Changing tickets</source>
      <translation>Tickets werden geändert</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Channel settings</source>
      <translation>Kanaleinstellungen</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>Check a report</source>
      <translation>Bericht nachprüfen</translation>
    </message>
    <message>
      <source>Check a report…</source>
      <translation>Bericht nachprüfen …</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Checked answers</source>
      <translation>Geprüfte Antworten</translation>
    </message>
    <message>
      <source>Checked answers since the certificate</source>
      <translation>Geprüfte Antworten seit dem Zertifikat</translation>
    </message>
    <message>
      <source>Checked by a person, at least</source>
      <translation>Von einem Menschen geprüft, mindestens</translation>
    </message>
    <message>
      <source>Checked by a person: {audit_share} of drafts, drawn by lot. {waiting} of them wait{late}.</source>
      <translation>Von einem Menschen geprüft: {audit_share} der Entwürfe, ausgelost. {waiting} davon warten{late}.</translation>
    </message>
    <message>
      <source>Checked by lot</source>
      <translation>Ausgelost geprüft</translation>
    </message>
    <message>
      <source>Checking the model: files, hashes, self-test, speed…</source>
      <translation>Modell wird geprüft: Dateien, Prüfsummen, Selbsttest, Tempo …</translation>
    </message>
    <message>
      <source>Checking the model…</source>
      <translation>Modell wird geprüft …</translation>
    </message>
    <message>
      <source>Checklist</source>
      <translation>Checkliste</translation>
    </message>
    <message>
      <source>Checklist: {done} of {of} done</source>
      <translation>Checkliste: {done} von {of} erledigt</translation>
    </message>
    <message>
      <source>Checklist: {text}</source>
      <translation>Checkliste: {text}</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <source>Choice</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>Choices, with commas between</source>
      <translation>Auswahl, mit Kommas dazwischen</translation>
    </message>
    <message>
      <source>Choices, with commas between: Basic, Plus</source>
      <translation>Auswahl, mit Kommas dazwischen: Basis, Plus</translation>
    </message>
    <message>
      <source>Choose a draft, and approve it with Ctrl+Return or reject it. U takes the decision back while the seconds run.</source>
      <translation>Wählen Sie einen Entwurf, und geben Sie ihn mit Strg+Return frei, oder lehnen Sie ihn ab. U nimmt die Entscheidung zurück, solange die Sekunden laufen.</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Choose a folder and fetch…</source>
      <translation>Ordner wählen und holen …</translation>
    </message>
    <message>
      <source>Choose a knowledge base</source>
      <translation>Wissensbasis wählen</translation>
    </message>
    <message>
      <source>Choose a line, click into the field and press the keys you want. Plain letters work while no text is being edited. Keys that mean something else in the same place are refused.</source>
      <translation>Wählen Sie eine Zeile, klicken Sie in das Feld, und drücken Sie die gewünschten Tasten. Einfache Buchstaben gelten, solange kein Text bearbeitet wird. Tasten, die an derselben Stelle etwas anderes bedeuten, werden abgelehnt.</translation>
    </message>
    <message>
      <source>Choose an article, or search and open a passage.</source>
      <translation>Wählen Sie einen Artikel, oder suchen Sie, und öffnen Sie eine Textstelle.</translation>
    </message>
    <message>
      <source>Choose another file</source>
      <translation>Andere Datei wählen</translation>
    </message>
    <message>
      <source>Choose another line</source>
      <translation>Andere Grenze wählen</translation>
    </message>
    <message>
      <source>Choose one from the list, or press N to write a new one.</source>
      <translation>Wählen Sie eines aus der Liste, oder drücken Sie N, um ein neues zu schreiben.</translation>
    </message>
    <message>
      <source>Choose the folder of another model</source>
      <translation>Ordner eines anderen Modells wählen</translation>
    </message>
    <message>
      <source>Choose the folder: {label}</source>
      <translation>Ordner wählen: {label}</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Claim lasts</source>
      <translation>Belegung dauert</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <source>Clear the quick filters</source>
      <translation>Schnellfilter aufheben</translation>
    </message>
    <message>
      <source>Click here, then press the keys</source>
      <translation>Klicken, dann Tasten drücken</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close and keep what is typed</source>
      <translation>Schließen und Getipptes behalten</translation>
    </message>
    <message>
      <source>Close the list of runs</source>
      <translation>Liste der Läufe schließen</translation>
    </message>
    <message>
      <source>Close the passage</source>
      <translation>Textstelle schließen</translation>
    </message>
    <message>
      <source>Close the side panel</source>
      <translation>Seitenleiste schließen</translation>
    </message>
    <message>
      <source>Close the synonyms</source>
      <translation>Synonyme schließen</translation>
    </message>
    <message>
      <source>Close these settings</source>
      <translation>Diese Einstellungen schließen</translation>
    </message>
    <message>
      <source>Close this report</source>
      <translation>Diesen Bericht schließen</translation>
    </message>
    <message>
      <source>Close this window</source>
      <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
      <source>Close: {title}</source>
      <translation>Schließen: {title}</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <source>Closed. Open like 09:00-12:00 13:00-17:00</source>
      <translation>Geschlossen. Geöffnet etwa 09:00-12:00 13:00-17:00</translation>
    </message>
    <message>
      <source>Closing leaves it in the tray</source>
      <translation>Beim Schließen im Infobereich bleiben</translation>
    </message>
    <message>
      <source>Closing the window hides it, and the desk goes on; quit it from its icon. Without a tray, closing ends the program.</source>
      <translation>Das Schließen verbirgt das Fenster, und der Helpdesk läuft weiter; beenden Sie ihn über sein Symbol. Ohne Infobereich beendet das Schließen das Programm.</translation>
    </message>
    <message>
      <source>Column {replace}: {meaning}</source>
      <translation>Spalte {replace}: {meaning}</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <source>Columns of the list</source>
      <translation>Spalten der Liste</translation>
    </message>
    <message>
      <source>Comes back</source>
      <translation>Kommt wieder</translation>
    </message>
    <message>
      <source>Comes back {when}</source>
      <translation>Kommt wieder {when}</translation>
    </message>
    <message>
      <source>Comes back {when}: {note}</source>
      <translation>Kommt wieder {when}: {note}</translation>
    </message>
    <message>
      <source>Comfortable</source>
      <translation>Großzügig</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Compact</source>
      <translation>Kompakt</translation>
    </message>
    <message>
      <source>Compact shows more rows and has less room around words.</source>
      <translation>Kompakt zeigt mehr Zeilen und lässt weniger Platz um die Texte.</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Firma</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Compare by</source>
      <translation>Vergleichen nach</translation>
    </message>
    <message>
      <source>Compare models on your own tickets</source>
      <translation>Modelle an eigenen Tickets vergleichen</translation>
    </message>
    <message>
      <source>Compared by</source>
      <translation>Verglichen nach</translation>
    </message>
    <message>
      <source>Compared by {dimension}, none has {small} decisions in these {days} days (the most is {most}); choose more days.</source>
      <translation>Verglichen nach {dimension}: Nirgends {small} Entscheidungen in diesen {days} Tagen (höchstens {most}); wählen Sie mehr Tage.</translation>
    </message>
    <message>
      <source>Comparing</source>
      <translation>Wird verglichen</translation>
    </message>
    <message>
      <source>Comparing articles</source>
      <translation>Artikel werden verglichen</translation>
    </message>
    <message>
      <source>Complaint</source>
      <translation>Beschwerde</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Vertrauen</translation>
    </message>
    <message>
      <source>Confidence of the draft</source>
      <translation>Vertrauen des Entwurfs</translation>
    </message>
    <message>
      <source>Confidence {confidence}</source>
      <translation>Vertrauen {confidence}</translation>
    </message>
    <message>
      <source>Confidence {score}: {meaning}</source>
      <translation>Vertrauen {score}: {meaning}</translation>
    </message>
    <message>
      <source>Confirm this server</source>
      <translation>Diesen Server bestätigen</translation>
    </message>
    <message>
      <source>Confirmed model server</source>
      <translation>Bestätigter Modellserver</translation>
    </message>
    <message>
      <source>Confirmed. Customers' texts may go to that server from now on.</source>
      <translation>Bestätigt. Kundentexte dürfen ab jetzt an diesen Server gehen.</translation>
    </message>
    <message>
      <source>Connect to it too</source>
      <translation>Auch damit verbinden</translation>
    </message>
    <message>
      <source>Connection refused</source>
      <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
      <source>Context window</source>
      <translation>Kontextfenster</translation>
    </message>
    <message>
      <source>Contradiction</source>
      <translation>Widerspruch</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Gespräch</translation>
    </message>
    <message>
      <source>Conversation down</source>
      <translation>Verlauf nach unten</translation>
    </message>
    <message>
      <source>Conversation up</source>
      <translation>Verlauf nach oben</translation>
    </message>
    <message>
      <source>Copy list</source>
      <translation>Liste kopieren</translation>
    </message>
    <message>
      <source>Copy path</source>
      <translation>Pfad kopieren</translation>
    </message>
    <message>
      <source>Copy the address</source>
      <translation>Adresse kopieren</translation>
    </message>
    <message>
      <source>Copy the list of what was left out</source>
      <translation>Liste des Ausgelassenen kopieren</translation>
    </message>
    <message>
      <source>Copy the message</source>
      <translation>Nachricht kopieren</translation>
    </message>
    <message>
      <source>Copy the path of the folder</source>
      <translation>Pfad des Ordners kopieren</translation>
    </message>
    <message>
      <source>Copying and checking…</source>
      <translation>Wird kopiert und geprüft …</translation>
    </message>
    <message>
      <source>Correct what it was read as</source>
      <translation>Berichtigen, als was sie gelesen wurde</translation>
    </message>
    <message>
      <source>Corrected for reviewers, who notice at least {0} of wrong drafts, as test drafts showed.</source>
      <translation>Berichtigt danach, dass Prüfende mindestens {0} der falschen Entwürfe bemerken, wie Testentwürfe zeigten.</translation>
    </message>
    <message>
      <source>Correction</source>
      <translation>Berichtigung</translation>
    </message>
    <message>
      <source>Corrections under tickets will teach it</source>
      <translation>Berichtigungen unter Tickets werden es lehren</translation>
    </message>
    <message>
      <source>Could be as bad as</source>
      <translation>Könnte so schlecht sein wie</translation>
    </message>
    <message>
      <source>Could not be read</source>
      <translation>Nicht lesbar</translation>
    </message>
    <message>
      <source>Could not leave, tried again soon</source>
      <translation>Konnte nicht hinaus, wird gleich wieder versucht</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Count again</source>
      <translation>Neu zählen</translation>
    </message>
    <message>
      <source>Count it as wrong</source>
      <translation>Als falsch zählen</translation>
    </message>
    <message>
      <source>Count the ratings again</source>
      <translation>Bewertungen neu zählen</translation>
    </message>
    <message>
      <source>Counted on the day of the reply, for tickets that had none before.</source>
      <translation>Gezählt am Tag der Antwort, für Tickets, die vorher keine hatten.</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Wird gezählt …</translation>
    </message>
    <message>
      <source>Countries of your customers</source>
      <translation>Länder Ihrer Kunden</translation>
    </message>
    <message>
      <source>Create ticket</source>
      <translation>Ticket anlegen</translation>
    </message>
    <message>
      <source>Created</source>
      <translation>Angelegt</translation>
    </message>
    <message>
      <source>Cross-device link</source>
      <translation>Verknüpfung über Laufwerke hinweg</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Kunde</translation>
    </message>
    <message>
      <source>Customer's address</source>
      <translation>Adresse des Kunden</translation>
    </message>
    <message>
      <source>Customer's name</source>
      <translation>Name des Kunden</translation>
    </message>
    <message>
      <source>Customers who ask the same</source>
      <translation>Kunden mit derselben Frage</translation>
    </message>
    <message>
      <source>Cut anew</source>
      <translation>Neu zerlegt</translation>
    </message>
    <message>
      <source>Cut short by a change of settings</source>
      <translation>Durch eine Änderung der Einstellungen unterbrochen</translation>
    </message>
    <message>
      <source>Cutting passages anew</source>
      <translation>Textstellen werden neu zerlegt</translation>
    </message>
    <message>
      <source>Czech</source>
      <translation>Tschechisch</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Dänisch</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Day and time the reply leaves</source>
      <translation>Tag und Uhrzeit, zu der die Antwort hinausgeht</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Entscheiden</translation>
    </message>
    <message>
      <source>Decision about a draft taken back</source>
      <translation>Entscheidung über einen Entwurf zurückgenommen</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <source>Decisions that were undone do not count.</source>
      <translation>Zurückgenommene Entscheidungen zählen nicht.</translation>
    </message>
    <message>
      <source>Decisions today</source>
      <translation>Entscheidungen heute</translation>
    </message>
    <message>
      <source>Density</source>
      <translation>Dichte</translation>
    </message>
    <message>
      <source>Desktop</source>
      <translation>Desktop</translation>
    </message>
    <message>
      <source>Device or resource busy</source>
      <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
      <source>Did not leave</source>
      <translation>Nicht hinausgegangen</translation>
    </message>
    <message>
      <source>Differences from the text in the editor</source>
      <translation>Unterschiede zum Text im Editor</translation>
    </message>
    <message>
      <source>Differences of the replay</source>
      <translation>Unterschiede der Wiederholung</translation>
    </message>
    <message>
      <source>Directory not empty</source>
      <translation>Ordner nicht leer</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Discard what was to be forwarded</source>
      <translation>Die angefangene Weiterleitung verwerfen</translation>
    </message>
    <message>
      <source>Discarded. It is among the earlier versions of this text.</source>
      <translation>Verworfen. Der Text steht unter seinen früheren Fassungen.</translation>
    </message>
    <message>
      <source>Disk quota exceeded</source>
      <translation>Speicherplatz aufgebraucht</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Dismiss this message</source>
      <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
      <source>Dismiss this notice</source>
      <translation>Diesen Hinweis ausblenden</translation>
    </message>
    <message>
      <source>Dismiss: it does not come back</source>
      <translation>Verwerfen: Er kommt nicht wieder</translation>
    </message>
    <message>
      <source>Dismissed</source>
      <translation>Verworfen</translation>
    </message>
    <message>
      <source>Dismissed: “{title}” does not come back.</source>
      <translation>Verworfen: „{title}“ kommt nicht wieder.</translation>
    </message>
    <message>
      <source>Do again what was taken back</source>
      <translation>Zurückgenommenes wieder tun</translation>
    </message>
    <message>
      <source>Do errors grow?</source>
      <translation>Nehmen Fehler zu?</translation>
    </message>
    <message>
      <source>Do it</source>
      <translation>Tun</translation>
    </message>
    <message>
      <source>Do it again</source>
      <translation>Wieder tun</translation>
    </message>
    <message>
      <source>Do not do this</source>
      <translation>Nicht tun</translation>
    </message>
    <message>
      <source>Do nothing</source>
      <translation>Nichts tun</translation>
    </message>
    <message>
      <source>Do something with the marked</source>
      <translation>Etwas mit den markierten tun</translation>
    </message>
    <message>
      <source>Do what the notice above the draft offers</source>
      <translation>Tun, was der Hinweis über dem Entwurf anbietet</translation>
    </message>
    <message>
      <source>Does it work on your tickets?</source>
      <translation>Taugt es für Ihre Tickets?</translation>
    </message>
    <message>
      <source>Does not answer the question</source>
      <translation>Beantwortet die Frage nicht</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Done again: {what}</source>
      <translation>Wieder getan: {what}</translation>
    </message>
    <message>
      <source>Done again: {what}.</source>
      <translation>Wieder getan: {what}.</translation>
    </message>
    <message>
      <source>Done: {text}</source>
      <translation>Erledigt: {text}</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>Draft a reply</source>
      <translation>Entwerfen</translation>
    </message>
    <message>
      <source>Draft again</source>
      <translation>Neu entwerfen</translation>
    </message>
    <message>
      <source>Draft again, with or without a hint</source>
      <translation>Neu entwerfen, mit oder ohne Hinweis</translation>
    </message>
    <message>
      <source>Draft escalated</source>
      <translation>Entwurf eskaliert</translation>
    </message>
    <message>
      <source>Draft for {whom} rejected: {reason}.</source>
      <translation>Entwurf für {whom} abgelehnt: {reason}.</translation>
    </message>
    <message>
      <source>Draft of model {number}</source>
      <translation>Entwurf von Modell {number}</translation>
    </message>
    <message>
      <source>Draft ready</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>Draft rejected</source>
      <translation>Entwurf abgelehnt</translation>
    </message>
    <message>
      <source>Draft reply</source>
      <translation>Antwortentwurf</translation>
    </message>
    <message>
      <source>Draft {draft_id} counts as {counts}: {why}{before}.</source>
      <translation>Entwurf {draft_id} zählt als {counts}: {why}{before}.</translation>
    </message>
    <message>
      <source>Draft {draft_id} is no longer the current one: the customer wrote again or someone replied. Nothing was sent; look at the new state first.</source>
      <translation>Entwurf {draft_id} gilt nicht mehr: Der Kunde schrieb noch einmal, oder jemand hat geantwortet. Nichts wurde gesendet; sehen Sie zuerst den neuen Stand an.</translation>
    </message>
    <message>
      <source>Draft {id} of ticket {ticket_id}, revision {revision}, {state}</source>
      <translation>Entwurf {id} zu Ticket {ticket_id}, Fassung {revision}, {state}</translation>
    </message>
    <message>
      <source>Drafted</source>
      <translation>Entworfen</translation>
    </message>
    <message>
      <source>Drafted today</source>
      <translation>Heute entworfen</translation>
    </message>
    <message>
      <source>Drafting</source>
      <translation>Entwerfen</translation>
    </message>
    <message>
      <source>Drafting failed</source>
      <translation>Entwerfen fehlgeschlagen</translation>
    </message>
    <message>
      <source>Drafting model</source>
      <translation>Modell für Entwürfe</translation>
    </message>
    <message>
      <source>Drafts</source>
      <translation>Entwürfe</translation>
    </message>
    <message>
      <source>Drafts a day</source>
      <translation>Entwürfe je Tag</translation>
    </message>
    <message>
      <source>Drafts a week</source>
      <translation>Entwürfe je Woche</translation>
    </message>
    <message>
      <source>Drafts and answers that stand on it</source>
      <translation>Entwürfe und Antworten, die sich darauf stützen</translation>
    </message>
    <message>
      <source>Drafts are being written</source>
      <translation>Entwürfe werden geschrieben</translation>
    </message>
    <message>
      <source>Drafts below it come first in the queue. An uncertified default: it orders, it never sends.</source>
      <translation>Entwürfe darunter stehen in der Prüfliste vorn. Eine Vorgabe ohne Zertifikat: Sie bestimmt nur die Reihenfolge, gesendet wird danach nie.</translation>
    </message>
    <message>
      <source>Drafts by</source>
      <translation>Entwürfe von</translation>
    </message>
    <message>
      <source>Drafts by their score</source>
      <translation>Entwürfe nach ihrem Wert</translation>
    </message>
    <message>
      <source>Drafts by topic</source>
      <translation>Entwürfe nach Thema</translation>
    </message>
    <message>
      <source>Drafts decided on</source>
      <translation>Entschiedene Entwürfe</translation>
    </message>
    <message>
      <source>Drafts for such questions were mostly right</source>
      <translation>Entwürfe zu solchen Fragen waren meist richtig</translation>
    </message>
    <message>
      <source>Drafts for such questions were often wrong</source>
      <translation>Entwürfe zu solchen Fragen waren oft falsch</translation>
    </message>
    <message>
      <source>Drafts from the cited article were mostly right</source>
      <translation>Entwürfe aus dem zitierten Artikel waren meist richtig</translation>
    </message>
    <message>
      <source>Drafts from the cited article were often wrong</source>
      <translation>Entwürfe aus dem zitierten Artikel waren oft falsch</translation>
    </message>
    <message>
      <source>Drafts here</source>
      <translation>Entwürfe hier</translation>
    </message>
    <message>
      <source>Drafts judged</source>
      <translation>Beurteilte Entwürfe</translation>
    </message>
    <message>
      <source>Drafts quote the knowledge base</source>
      <translation>Entwürfe zitieren die Wissensbasis</translation>
    </message>
    <message>
      <source>Drafts quote the knowledge base, as set below</source>
      <translation>Entwürfe zitieren die Wissensbasis, wie unten eingestellt</translation>
    </message>
    <message>
      <source>Drafts stood on this passage and did not do. Nobody sent a better answer yet: write what it lacks.</source>
      <translation>Entwürfe stützten sich auf diese Textstelle und genügten nicht. Niemand hat bisher eine bessere Antwort gesendet: Schreiben Sie, was fehlt.</translation>
    </message>
    <message>
      <source>Drafts stood on this passage and did not do. What people sent besides is put below it.</source>
      <translation>Entwürfe stützten sich auf diese Textstelle und genügten nicht. Was Menschen darüber hinaus sendeten, steht darunter.</translation>
    </message>
    <message>
      <source>Drafts that would go</source>
      <translation>Entwürfe, die hinausgingen</translation>
    </message>
    <message>
      <source>Drafts to review</source>
      <translation>Entwürfe zu prüfen</translation>
    </message>
    <message>
      <source>Drafts wait for you</source>
      <translation>Entwürfe warten auf Sie</translation>
    </message>
    <message>
      <source>Draw so many drafts by lot, once</source>
      <translation>So viele Entwürfe auslosen, einmal</translation>
    </message>
    <message>
      <source>Draw the sample</source>
      <translation>Stichprobe auslosen</translation>
    </message>
    <message>
      <source>Drawing the page</source>
      <translation>Seite wird gezeichnet</translation>
    </message>
    <message>
      <source>Drawn by lot to be checked</source>
      <translation>Zur Prüfung ausgelost</translation>
    </message>
    <message>
      <source>Drawn: {count} drafts, as there are no more; {wanted} were asked for.</source>
      <translation>Ausgelost: {count} Entwürfe, mehr gibt es nicht; gewünscht waren {wanted}.</translation>
    </message>
    <message>
      <source>Drawn: {count} drafts, by lot. Judge all of them: the proof is asked for once, at the end.</source>
      <translation>Ausgelost: {count} Entwürfe. Beurteilen Sie alle: Ob es nachgewiesen ist, wird nur einmal gefragt, am Ende.</translation>
    </message>
    <message>
      <source>Drop folder</source>
      <translation>Eingangsordner</translation>
    </message>
    <message>
      <source>Drop folder unusable</source>
      <translation>Eingangsordner unbrauchbar</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Fällig</translation>
    </message>
    <message>
      <source>Due soon</source>
      <translation>Bald fällig</translation>
    </message>
    <message>
      <source>Duplicate of</source>
      <translation>Doppel von</translation>
    </message>
    <message>
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <source>Each article decides</source>
      <translation>Jeder Artikel entscheidet</translation>
    </message>
    <message>
      <source>Each its own draft</source>
      <translation>Jedem seinen eigenen Entwurf</translation>
    </message>
    <message>
      <source>Each step up is ten times the evidence.</source>
      <translation>Jede Stufe nach oben ist das Zehnfache an Belegen.</translation>
    </message>
    <message>
      <source>Earlier</source>
      <translation>Früher</translation>
    </message>
    <message>
      <source>Earlier texts</source>
      <translation>Frühere Texte</translation>
    </message>
    <message>
      <source>Earlier texts of this reply</source>
      <translation>Frühere Texte dieser Antwort</translation>
    </message>
    <message>
      <source>Earlier versions of this text</source>
      <translation>Frühere Fassungen dieses Textes</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit it</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit the reply</source>
      <translation>Antwort bearbeiten</translation>
    </message>
    <message>
      <source>Edit the text</source>
      <translation>Text bearbeiten</translation>
    </message>
    <message>
      <source>Edited</source>
      <translation>Bearbeitet</translation>
    </message>
    <message>
      <source>Edited and approved</source>
      <translation>Bearbeitet und freigegeben</translation>
    </message>
    <message>
      <source>Edited here</source>
      <translation>Hier bearbeitet</translation>
    </message>
    <message>
      <source>Edited, then sent</source>
      <translation>Bearbeitet, dann gesendet</translation>
    </message>
    <message>
      <source>Either priority</source>
      <translation>Eine der beiden Prioritäten</translation>
    </message>
    <message>
      <source>Either status</source>
      <translation>Einer der beiden Status</translation>
    </message>
    <message>
      <source>Embedded, not yet searchable</source>
      <translation>Eingebettet, noch nicht suchbar</translation>
    </message>
    <message>
      <source>Embedding</source>
      <translation>Wird eingebettet</translation>
    </message>
    <message>
      <source>Embedding models, in Preferences</source>
      <translation>Einbettungsmodelle, in den Einstellungen</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Erase this article and all its versions</source>
      <translation>Diesen Artikel mit allen Fassungen löschen</translation>
    </message>
    <message>
      <source>Erase this article?</source>
      <translation>Diesen Artikel löschen?</translation>
    </message>
    <message>
      <source>Erased: no version of it is left in the workspace.{still_held}</source>
      <translation>Gelöscht: Keine Fassung davon ist mehr im Arbeitsbereich.{still_held}</translation>
    </message>
    <message>
      <source>Erase…</source>
      <translation>Löschen …</translation>
    </message>
    <message>
      <source>Erasing {title}</source>
      <translation>{title} wird gelöscht</translation>
    </message>
    <message>
      <source>Errors reviewers notice</source>
      <translation>Fehler, die Prüfende bemerken</translation>
    </message>
    <message>
      <source>Escalate</source>
      <translation>Eskalieren</translation>
    </message>
    <message>
      <source>Escalate with a note</source>
      <translation>Mit Notiz eskalieren</translation>
    </message>
    <message>
      <source>Escalated</source>
      <translation>Eskaliert</translation>
    </message>
    <message>
      <source>Even with fewer passages the message does not fit the {window} tokens the model reads at once; enlarge the context window in Preferences, or let the knowledge base be quoted.</source>
      <translation>Selbst mit weniger Textstellen passt die Nachricht nicht in die {window} Token, die das Modell auf einmal liest; vergrößern Sie das Kontextfenster in den Einstellungen, oder lassen Sie aus der Wissensbasis zitieren.</translation>
    </message>
    <message>
      <source>Every answer is approved by a person; nothing leaves by itself.{proven}{stopped}</source>
      <translation>Jede Antwort gibt ein Mensch frei; nichts geht von selbst hinaus.{proven}{stopped}</translation>
    </message>
    <message>
      <source>Every audience</source>
      <translation>Jeder Leserkreis</translation>
    </message>
    <message>
      <source>Every import, every change of a followed folder and every edit is listed here with what it did.</source>
      <translation>Jeder Import, jede Änderung eines beobachteten Ordners und jede Bearbeitung steht hier mit dem, was sie bewirkt hat.</translation>
    </message>
    <message>
      <source>Every judged draft counts, in bands of equally many. Lines: exact intervals, 90% confidence. On the dashed line a score of 80% means that 80% are right.</source>
      <translation>Jeder beurteilte Entwurf zählt; die Bänder fassen je gleich viele zusammen. Linien: exakte Intervalle, 90 % Sicherheit. Auf der gestrichelten Linie heißt ein Wert von 80 %, dass 80 % richtig sind.</translation>
    </message>
    <message>
      <source>Every language</source>
      <translation>Jede Sprache</translation>
    </message>
    <message>
      <source>Every message in plain words, oldest first; attachments by name only.</source>
      <translation>Jede Nachricht in einfachen Worten, älteste zuerst; Anhänge nur mit Namen.</translation>
    </message>
    <message>
      <source>Every message is read as one of these, or as unclear. Describe in a sentence what customers want; each correction under a ticket adds an example. Names and addresses are taken out of examples before they are kept.</source>
      <translation>Jede Nachricht wird einem dieser Anliegen zugeordnet, oder sie gilt als unklar. Beschreiben Sie in einem Satz, was Kunden wollen; jede Berichtigung in einem Ticket fügt ein Beispiel hinzu. Namen und Adressen werden aus Beispielen entfernt, bevor sie gespeichert werden.</translation>
    </message>
    <message>
      <source>Every message that was left out, and why</source>
      <translation>Jede ausgelassene Nachricht und warum</translation>
    </message>
    <message>
      <source>Every minute counts</source>
      <translation>Jede Minute zählt</translation>
    </message>
    <message>
      <source>Every model of the server</source>
      <translation>Jedes Modell des Servers</translation>
    </message>
    <message>
      <source>Every question has its passage</source>
      <translation>Jede Frage hat ihre Textstelle</translation>
    </message>
    <message>
      <source>Every question is answered</source>
      <translation>Jede Frage ist beantwortet</translation>
    </message>
    <message>
      <source>Every statement is cited</source>
      <translation>Jede Aussage ist zitiert</translation>
    </message>
    <message>
      <source>Every ticket</source>
      <translation>Jedes Ticket</translation>
    </message>
    <message>
      <source>Every version of “{title}” goes: text, passages, vectors and the words quoted from it. The file in the folder stays: delete it yourself; it is not imported again as it is. This cannot be undone.</source>
      <translation>Jede Fassung von „{title}“ verschwindet: Text, Textstellen, Vektoren und die daraus zitierten Worte. Die Datei im Ordner bleibt: Löschen Sie sie selbst; unverändert wird sie nicht wieder importiert. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Alles</translation>
    </message>
    <message>
      <source>Everything this trial showed, in one file for whoever decides. Customers' personal data is masked.</source>
      <translation>Alles, was dieser Probelauf gezeigt hat, in einer Datei für die, die entscheiden. Personenbezogene Daten sind verdeckt.</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Belege</translation>
    </message>
    <message>
      <source>Evidence of drift</source>
      <translation>Belege für eine Verschlechterung</translation>
    </message>
    <message>
      <source>Evidence of more errors</source>
      <translation>Belege für mehr Fehler</translation>
    </message>
    <message>
      <source>Evidence when it was granted: {0} wrong of {1} checked; {2}.</source>
      <translation>Nachweis, als es erteilt wurde: {0} von {1} geprüften falsch; {2}.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Export tickets and numbers</source>
      <translation>Tickets und Zahlen exportieren</translation>
    </message>
    <message>
      <source>Exporting tickets</source>
      <translation>Tickets werden exportiert</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <source>Failed to send</source>
      <translation>Senden fehlgeschlagen</translation>
    </message>
    <message>
      <source>Far more answers than usual could have left</source>
      <translation>Weit mehr Antworten als üblich hätten hinausgehen können</translation>
    </message>
    <message>
      <source>Fetch a model…</source>
      <translation>Modell holen …</translation>
    </message>
    <message>
      <source>Fetch the chosen model</source>
      <translation>Gewähltes Modell holen</translation>
    </message>
    <message>
      <source>Fetched and verified: {folder}. </source>
      <translation>Geholt und geprüft: {folder}. </translation>
    </message>
    <message>
      <source>Fetching {name}…</source>
      <translation>{name} wird geholt …</translation>
    </message>
    <message>
      <source>Fetch…</source>
      <translation>Holen …</translation>
    </message>
    <message>
      <source>Fewer answers an hour than this are never too many, whatever is usual.</source>
      <translation>Weniger Antworten je Stunde gelten nie als zu viele, was auch immer üblich ist.</translation>
    </message>
    <message>
      <source>Fewer words, or the beginning of one, find more; “?” beside the field shows how to search.</source>
      <translation>Weniger Wörter oder der Anfang von einem finden mehr; „?“ neben dem Feld zeigt, wie man sucht.</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Feld</translation>
    </message>
    <message>
      <source>Field changed</source>
      <translation>Feld geändert</translation>
    </message>
    <message>
      <source>Field of the ticket</source>
      <translation>Feld des Tickets</translation>
    </message>
    <message>
      <source>Field {name} described</source>
      <translation>Feld {name} beschrieben</translation>
    </message>
    <message>
      <source>Field {name} removed</source>
      <translation>Feld {name} entfernt</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Felder</translation>
    </message>
    <message>
      <source>Fields of tickets</source>
      <translation>Felder der Tickets</translation>
    </message>
    <message>
      <source>Fields of your own</source>
      <translation>Eigene Felder</translation>
    </message>
    <message>
      <source>File exists</source>
      <translation>Datei ist schon vorhanden</translation>
    </message>
    <message>
      <source>File name of the new article</source>
      <translation>Dateiname des neuen Artikels</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>Dateiname zu lang</translation>
    </message>
    <message>
      <source>File too large</source>
      <translation>Datei zu groß</translation>
    </message>
    <message>
      <source>Files of this run</source>
      <translation>Dateien dieses Laufs</translation>
    </message>
    <message>
      <source>Fill in yourself: {names}</source>
      <translation>Selbst ausfüllen: {names}</translation>
    </message>
    <message>
      <source>Filled in beside every ticket, and found by search and views under the name in brackets. Removing a field only hides what tickets say in it.</source>
      <translation>Neben jedem Ticket auszufüllen; Suche und Ansichten finden es unter dem Namen in Klammern. Wird ein Feld entfernt, ist nur verborgen, was in Tickets steht.</translation>
    </message>
    <message>
      <source>Filter by title or path</source>
      <translation>Nach Titel oder Pfad filtern</translation>
    </message>
    <message>
      <source>Filter the articles</source>
      <translation>Artikel filtern</translation>
    </message>
    <message>
      <source>Filter the articles by title or path</source>
      <translation>Artikel nach Titel oder Pfad filtern</translation>
    </message>
    <message>
      <source>Find a command, a ticket or an article</source>
      <translation>Befehl, Ticket oder Artikel finden</translation>
    </message>
    <message>
      <source>Find an intent by its name or its key</source>
      <translation>Befehl nach Name oder Taste finden</translation>
    </message>
    <message>
      <source>Find by name or by key</source>
      <translation>Nach Name oder Taste finden</translation>
    </message>
    <message>
      <source>Find the same person under another name or address</source>
      <translation>Dieselbe Person unter anderem Namen oder anderer Adresse finden</translation>
    </message>
    <message>
      <source>Finish the tour</source>
      <translation>Rundgang beenden</translation>
    </message>
    <message>
      <source>Finnish</source>
      <translation>Finnisch</translation>
    </message>
    <message>
      <source>First better, second better, both, neither</source>
      <translation>Erste besser, zweite besser, beide, keine</translation>
    </message>
    <message>
      <source>First reply</source>
      <translation>Erste Antwort</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder not followed</source>
      <translation>Ordner nicht beobachtet</translation>
    </message>
    <message>
      <source>Folder of a cross-encoder (ONNX) that reads question and passage together. Empty: no second look.</source>
      <translation>Ordner eines Cross-Encoders (ONNX), der Frage und Textstelle zusammen liest. Leer heißt: kein zweiter Blick.</translation>
    </message>
    <message>
      <source>Folder of a sentence-embedding model</source>
      <translation>Ordner eines Satz-Einbettungsmodells</translation>
    </message>
    <message>
      <source>Folder of a sentence-embedding model (ONNX).</source>
      <translation>Ordner eines Satz-Einbettungsmodells (ONNX).</translation>
    </message>
    <message>
      <source>Follow the folder while the desk is open</source>
      <translation>Ordner beobachten, solange der Helpdesk offen ist</translation>
    </message>
    <message>
      <source>Follow up if there is no answer</source>
      <translation>Nachfassen, wenn keine Antwort kommt</translation>
    </message>
    <message>
      <source>Follow up…</source>
      <translation>Nachfassen …</translation>
    </message>
    <message>
      <source>Follow-up dropped: the ticket was done</source>
      <translation>Wiedervorlage entfallen: Das Ticket war erledigt</translation>
    </message>
    <message>
      <source>Followed folder</source>
      <translation>Beobachteter Ordner</translation>
    </message>
    <message>
      <source>For a spreadsheet (marks the file as UTF-8)</source>
      <translation>Für eine Tabellenkalkulation (kennzeichnet die Datei als UTF-8)</translation>
    </message>
    <message>
      <source>For agents only, never quoted to customers</source>
      <translation>Nur für Agenten, nie gegenüber Kunden zitiert</translation>
    </message>
    <message>
      <source>For customers of that language instead of the one above: begin each with its code on a line of its own, like [de].</source>
      <translation>Für Kunden dieser Sprache statt der obigen: Beginnen Sie jede mit ihrem Kürzel in einer eigenen Zeile, etwa [de].</translation>
    </message>
    <message>
      <source>For drafts by: {whose}.</source>
      <translation>Gilt für Entwürfe aus: {whose}.</translation>
    </message>
    <message>
      <source>Forget all remembered answers for good</source>
      <translation>Alle gemerkten Antworten endgültig vergessen</translation>
    </message>
    <message>
      <source>Forget all…</source>
      <translation>Alles vergessen …</translation>
    </message>
    <message>
      <source>Forget it</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <source>Forget the chosen answer for good</source>
      <translation>Gewählte Antwort endgültig vergessen</translation>
    </message>
    <message>
      <source>Formal</source>
      <translation>Förmlich</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Weiterleiten</translation>
    </message>
    <message>
      <source>Forward all the same</source>
      <translation>Trotzdem weiterleiten</translation>
    </message>
    <message>
      <source>Forward begun</source>
      <translation>Weiterleitung begonnen</translation>
    </message>
    <message>
      <source>Forward the message to a third person</source>
      <translation>Die Nachricht an eine dritte Person weiterleiten</translation>
    </message>
    <message>
      <source>Forward to</source>
      <translation>Weiterleiten an</translation>
    </message>
    <message>
      <source>Forward to a third person…</source>
      <translation>An eine dritte Person weiterleiten …</translation>
    </message>
    <message>
      <source>Forward to {whom} is on its way.</source>
      <translation>Die Weiterleitung an {whom} ist unterwegs.</translation>
    </message>
    <message>
      <source>Forward to {whom} leaves in</source>
      <translation>Weiterleitung an {whom} geht hinaus in</translation>
    </message>
    <message>
      <source>Forward to {whom} leaves {moment}.</source>
      <translation>Die Weiterleitung an {whom} geht {moment} hinaus.</translation>
    </message>
    <message>
      <source>Forward to {whom}: {state}</source>
      <translation>Weiterleitung an {whom}: {state}</translation>
    </message>
    <message>
      <source>Forwarded</source>
      <translation>Weitergeleitet</translation>
    </message>
    <message>
      <source>Forwarded by {author}, {at}</source>
      <translation>Weitergeleitet von {author}, {at}</translation>
    </message>
    <message>
      <source>Forwarded to {whom} · not shown to the customer</source>
      <translation>Weitergeleitet an {whom} · für den Kunden unsichtbar</translation>
    </message>
    <message>
      <source>Found passages</source>
      <translation>Gefundene Textstellen</translation>
    </message>
    <message>
      <source>Found, not yet read</source>
      <translation>Gefunden, noch nicht gelesen</translation>
    </message>
    <message>
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <source>Fresh only</source>
      <translation>Nur aktuelle</translation>
    </message>
    <message>
      <source>Friendlier</source>
      <translation>Freundlicher</translation>
    </message>
    <message>
      <source>Friendly</source>
      <translation>Freundlich</translation>
    </message>
    <message>
      <source>From a score of</source>
      <translation>Ab einem Wert von</translation>
    </message>
    <message>
      <source>From a third person · not shown to the customer</source>
      <translation>Von einer dritten Person · für den Kunden unsichtbar</translation>
    </message>
    <message>
      <source>From the file on disk to the text typed here</source>
      <translation>Von der Datei auf der Platte zum hier getippten Text</translation>
    </message>
    <message>
      <source>From the text in the editor to this one:</source>
      <translation>Vom Text im Editor zu diesem:</translation>
    </message>
    <message>
      <source>From {hour} on: {counted}</source>
      <translation>Ab {hour}: {counted}</translation>
    </message>
    <message>
      <source>From {least} to {most}; usually {usual}.</source>
      <translation>Von {least} bis {most}; üblich {usual}.</translation>
    </message>
    <message>
      <source>Gaps</source>
      <translation>Lücken</translation>
    </message>
    <message>
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Give everything the keys it came with</source>
      <translation>Allen ihre ursprünglichen Tasten geben</translation>
    </message>
    <message>
      <source>Give it the keys it came with</source>
      <translation>Ihm die ursprünglichen Tasten geben</translation>
    </message>
    <message>
      <source>Give the ticket to an agent</source>
      <translation>Ticket einem Agenten geben</translation>
    </message>
    <message>
      <source>Give the view a name.</source>
      <translation>Geben Sie der Ansicht einen Namen.</translation>
    </message>
    <message>
      <source>Give to</source>
      <translation>Geben an</translation>
    </message>
    <message>
      <source>Given to an agent</source>
      <translation>Einem Agenten gegeben</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Go on editing</source>
      <translation>Weiter bearbeiten</translation>
    </message>
    <message>
      <source>Go on with this unfinished run</source>
      <translation>Mit diesem unfertigen Lauf weitermachen</translation>
    </message>
    <message>
      <source>Go to the checklist</source>
      <translation>Zur Checkliste</translation>
    </message>
    <message>
      <source>Go to the goal, under Sending</source>
      <translation>Zum Ziel, unter Versand</translation>
    </message>
    <message>
      <source>Go to the next sentence to check</source>
      <translation>Zum nächsten zu prüfenden Satz</translation>
    </message>
    <message>
      <source>Go to the sentence</source>
      <translation>Zum Satz</translation>
    </message>
    <message>
      <source>Go to {section}</source>
      <translation>Zu {section}</translation>
    </message>
    <message>
      <source>Goal</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Goal and sending…</source>
      <translation>Ziel und Versand …</translation>
    </message>
    <message>
      <source>Goal: at most {alpha} of answers{about} wrong, {sure} sure{but}. Set by {agent}, {at}.</source>
      <translation>Ziel: höchstens {alpha} der Antworten{about} falsch, {sure} sicher{but}. Festgelegt von {agent}, {at}.</translation>
    </message>
    <message>
      <source>Going on: {kb}</source>
      <translation>Geht weiter: {kb}</translation>
    </message>
    <message>
      <source>Greek</source>
      <translation>Griechisch</translation>
    </message>
    <message>
      <source>Greeting and closing are in English: the desk has none in {0}</source>
      <translation>Anrede und Schluss sind englisch: Der Helpdesk hat keine auf {0}</translation>
    </message>
    <message>
      <source>Half waited less than {duration}, nine of ten less than {duration2}.</source>
      <translation>Weniger als {duration} wartete die Hälfte, weniger als {duration2} warteten neun von zehn.</translation>
    </message>
    <message>
      <source>Has the duplicate</source>
      <translation>Hat das Doppel</translation>
    </message>
    <message>
      <source>Have a reply drafted</source>
      <translation>Eine Antwort entwerfen lassen</translation>
    </message>
    <message>
      <source>Have the model sum it up</source>
      <translation>Vom Modell zusammenfassen lassen</translation>
    </message>
    <message>
      <source>Have the model sum up this conversation</source>
      <translation>Das Modell dieses Gespräch zusammenfassen lassen</translation>
    </message>
    <message>
      <source>Have the server fetch the model of that name</source>
      <translation>Den Server das Modell dieses Namens holen lassen</translation>
    </message>
    <message>
      <source>Hebrew</source>
      <translation>Hebräisch</translation>
    </message>
    <message>
      <source>Held back</source>
      <translation>Zurückgehalten</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Help: the manual</source>
      <translation>Hilfe: das Handbuch</translation>
    </message>
    <message>
      <source>Helpdesk may send by itself from {0} without proof</source>
      <translation>Helpdesk darf ab {0} ohne Nachweis selbst senden</translation>
    </message>
    <message>
      <source>Helpdesk may send by itself; at most {0} may be wrong</source>
      <translation>Helpdesk darf selbst senden; höchstens {0} dürfen falsch sein</translation>
    </message>
    <message>
      <source>Helpdesk, by itself ({0})</source>
      <translation>Helpdesk, selbsttätig ({0})</translation>
    </message>
    <message>
      <source>Hidden characters disguise its name</source>
      <translation>Verborgene Zeichen verschleiern den Namen</translation>
    </message>
    <message>
      <source>Hide personal data in questions and replies</source>
      <translation>Persönliches in Fragen und Antworten verbergen</translation>
    </message>
    <message>
      <source>Hide quoted text</source>
      <translation>Zitierten Text verbergen</translation>
    </message>
    <message>
      <source>Hide the translation</source>
      <translation>Übersetzung verbergen</translation>
    </message>
    <message>
      <source>Hide the views</source>
      <translation>Ansichten verbergen</translation>
    </message>
    <message>
      <source>Hides score and reasons until a draft is decided, and orders the queue by waiting time: nobody is led by the number.</source>
      <translation>Verbirgt Wert und Gründe, bis über einen Entwurf entschieden ist, und ordnet die Prüfliste nach Wartezeit: Niemand lässt sich von der Zahl leiten.</translation>
    </message>
    <message>
      <source>High</source>
      <translation>Hoch</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hoher Kontrast</translation>
    </message>
    <message>
      <source>High contrast has black or white grounds, darker lines and text of at least 7 to 1.</source>
      <translation>Hoher Kontrast hat schwarze oder weiße Flächen, dunklere Linien und Text mit einem Kontrast von mindestens 7 zu 1.</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Holds everything of this desk. Copy it only while the window is closed.</source>
      <translation>Enthält alles von diesem Helpdesk. Kopieren Sie ihn nur, während das Fenster geschlossen ist.</translation>
    </message>
    <message>
      <source>Holidays</source>
      <translation>Feiertage</translation>
    </message>
    <message>
      <source>Holidays as an .ics file</source>
      <translation>Feiertage als .ics-Datei</translation>
    </message>
    <message>
      <source>Holidays come from an .ics file once it is saved.</source>
      <translation>Feiertage kommen aus einer .ics-Datei, sobald er gespeichert ist.</translation>
    </message>
    <message>
      <source>Hosts a draft may link to although no cited passage does, like help.example.com, www.example.com. Everything below them counts too.</source>
      <translation>Rechner, auf die ein Entwurf verweisen darf, auch wenn keine zitierte Textstelle es tut, etwa help.example.com, www.example.com. Alles unterhalb davon zählt mit.</translation>
    </message>
    <message>
      <source>Hour</source>
      <translation>Stunde</translation>
    </message>
    <message>
      <source>Hours until the mail</source>
      <translation>Stunden bis zur Mail</translation>
    </message>
    <message>
      <source>House rules</source>
      <translation>Hausregeln</translation>
    </message>
    <message>
      <source>How honest the score is</source>
      <translation>Wie ehrlich der Wert ist</translation>
    </message>
    <message>
      <source>How it came in</source>
      <translation>Wie es hereinkam</translation>
    </message>
    <message>
      <source>How it would read</source>
      <translation>Wie es lauten würde</translation>
    </message>
    <message>
      <source>How its newest draft stands</source>
      <translation>Wie es um den neuesten Entwurf steht</translation>
    </message>
    <message>
      <source>How letters greet and close, and how the model is told to write.</source>
      <translation>Wie Briefe beginnen und schließen und wie das Modell schreiben soll.</translation>
    </message>
    <message>
      <source>How long after solving the mail of its own leaves.</source>
      <translation>Wie lange nach dem Lösen die eigene Mail hinausgeht.</translation>
    </message>
    <message>
      <source>How long customers waited for the first reply</source>
      <translation>Wie lange Kunden auf die erste Antwort warteten</translation>
    </message>
    <message>
      <source>How long the customer waited for it</source>
      <translation>Wie lange der Kunde darauf wartete</translation>
    </message>
    <message>
      <source>How many drafts it had</source>
      <translation>Wie viele Entwürfe es hatte</translation>
    </message>
    <message>
      <source>How many drafts to judge</source>
      <translation>Wie viele Entwürfe zu beurteilen sind</translation>
    </message>
    <message>
      <source>How many may be wrong</source>
      <translation>Wie viele falsch sein dürfen</translation>
    </message>
    <message>
      <source>How many messages the customer wrote</source>
      <translation>Wie viele Nachrichten der Kunde schrieb</translation>
    </message>
    <message>
      <source>How many of the newest tickets</source>
      <translation>Wie viele der neuesten Tickets</translation>
    </message>
    <message>
      <source>How many passages a draft may stand on; each may bring its neighbours.</source>
      <translation>Auf wie viele Textstellen sich ein Entwurf stützen darf; jede kann ihre Nachbarn mitbringen.</translation>
    </message>
    <message>
      <source>How many public replies left</source>
      <translation>Wie viele öffentliche Antworten hinausgingen</translation>
    </message>
    <message>
      <source>How often the customer came back after an answer</source>
      <translation>Wie oft der Kunde nach einer Antwort wiederkam</translation>
    </message>
    <message>
      <source>How promises stand</source>
      <translation>Wie es um Zusagen steht</translation>
    </message>
    <message>
      <source>How sure that draft was, 0 to 1</source>
      <translation>Wie sicher dieser Entwurf war, 0 bis 1</translation>
    </message>
    <message>
      <source>How sure that must be</source>
      <translation>Wie sicher das sein muss</translation>
    </message>
    <message>
      <source>How sure the drafts were</source>
      <translation>Wie sicher die Entwürfe waren</translation>
    </message>
    <message>
      <source>How the model broke off</source>
      <translation>Wie das Modell abbrach</translation>
    </message>
    <message>
      <source>How the tickets belong together</source>
      <translation>Wie die Tickets zusammengehören</translation>
    </message>
    <message>
      <source>How to search</source>
      <translation>Wie man sucht</translation>
    </message>
    <message>
      <source>How to search. A click writes the example.</source>
      <translation>Wie man sucht. Ein Klick schreibt das Beispiel.</translation>
    </message>
    <message>
      <source>Hungarian</source>
      <translation>Ungarisch</translation>
    </message>
    <message>
      <source>I do not judge the draft</source>
      <translation>Ich beurteile den Entwurf nicht</translation>
    </message>
    <message>
      <source>I would send this</source>
      <translation>Das würde ich senden</translation>
    </message>
    <message>
      <source>I would send this; the next ticket</source>
      <translation>Das würde ich senden; nächstes Ticket</translation>
    </message>
    <message>
      <source>If there is no answer, come back</source>
      <translation>Wiederkommen, wenn keine Antwort kommt</translation>
    </message>
    <message>
      <source>Impact</source>
      <translation>Auswirkung</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>Ordner importieren</translation>
    </message>
    <message>
      <source>Import a folder of articles</source>
      <translation>Einen Ordner mit Artikeln importieren</translation>
    </message>
    <message>
      <source>Import a folder of markdown files. Every ticket that arrives then gets a drafted reply with its sources.</source>
      <translation>Importieren Sie einen Ordner mit Markdown-Dateien. Jedes neue Ticket bekommt dann einen Antwortentwurf mit Quellen.</translation>
    </message>
    <message>
      <source>Import a folder of old tickets</source>
      <translation>Einen Ordner mit alten Tickets importieren</translation>
    </message>
    <message>
      <source>Import a folder of solved tickets</source>
      <translation>Einen Ordner mit gelösten Tickets importieren</translation>
    </message>
    <message>
      <source>Import a folder, a file or a zip of markdown articles, or drop one here. Drafts stand on what is written there.</source>
      <translation>Importieren Sie einen Ordner, eine Datei oder ein Zip mit Markdown-Artikeln, oder legen Sie es hier ab. Entwürfe stützen sich auf das, was dort steht.</translation>
    </message>
    <message>
      <source>Import a folder…</source>
      <translation>Ordner importieren …</translation>
    </message>
    <message>
      <source>Import a knowledge base</source>
      <translation>Wissensbasis importieren</translation>
    </message>
    <message>
      <source>Import article files or a zip archive</source>
      <translation>Artikeldateien oder ein Zip-Archiv importieren</translation>
    </message>
    <message>
      <source>Import articles</source>
      <translation>Artikel importieren</translation>
    </message>
    <message>
      <source>Import files of solved tickets</source>
      <translation>Dateien mit gelösten Tickets importieren</translation>
    </message>
    <message>
      <source>Import files…</source>
      <translation>Dateien …</translation>
    </message>
    <message>
      <source>Import finished</source>
      <translation>Import fertig</translation>
    </message>
    <message>
      <source>Import folder…</source>
      <translation>Ordner …</translation>
    </message>
    <message>
      <source>Import messages</source>
      <translation>Nachrichten importieren</translation>
    </message>
    <message>
      <source>Import messages from files</source>
      <translation>Nachrichten aus Dateien importieren</translation>
    </message>
    <message>
      <source>Import not finished</source>
      <translation>Import nicht fertig</translation>
    </message>
    <message>
      <source>Import old tickets</source>
      <translation>Alte Tickets importieren</translation>
    </message>
    <message>
      <source>Import old tickets…</source>
      <translation>Alte Tickets importieren …</translation>
    </message>
    <message>
      <source>Import runs</source>
      <translation>Importläufe</translation>
    </message>
    <message>
      <source>Import runs ({runs} unfinished)</source>
      <translation>Importläufe ({runs} unfertig)</translation>
    </message>
    <message>
      <source>Import runs, {runs} not finished</source>
      <translation>Importläufe, {runs} nicht fertig</translation>
    </message>
    <message>
      <source>Import solved tickets with the replies people really sent. The desk drafts them all, you judge a sample blind, and a report says what it would be worth. Nothing is sent, and no ticket is made of them.</source>
      <translation>Importieren Sie gelöste Tickets mit den Antworten, die Menschen wirklich gesendet haben. Der Helpdesk schreibt zu allen einen Entwurf, Sie beurteilen blind eine Stichprobe, und ein Bericht sagt, was es wert wäre. Nichts wird gesendet, und kein Ticket entsteht daraus.</translation>
    </message>
    <message>
      <source>Import stopped. Importing the same files again goes on from there.</source>
      <translation>Import angehalten. Ein neuer Import derselben Dateien macht dort weiter.</translation>
    </message>
    <message>
      <source>Import stopped. What came in stays; importing the same files again goes on from there.</source>
      <translation>Import angehalten. Was hereinkam, bleibt; ein neuer Import derselben Dateien macht dort weiter.</translation>
    </message>
    <message>
      <source>Import the changes</source>
      <translation>Änderungen importieren</translation>
    </message>
    <message>
      <source>Imported {files}</source>
      <translation>{files} importiert</translation>
    </message>
    <message>
      <source>In a month</source>
      <translation>In einem Monat</translation>
    </message>
    <message>
      <source>In a week</source>
      <translation>In einer Woche</translation>
    </message>
    <message>
      <source>In all knowledge bases and languages, {path}</source>
      <translation>In allen Wissensbasen und Sprachen, {path}</translation>
    </message>
    <message>
      <source>In an hour, at {time}</source>
      <translation>In einer Stunde, um {time}</translation>
    </message>
    <message>
      <source>In force</source>
      <translation>In Kraft</translation>
    </message>
    <message>
      <source>In groups</source>
      <translation>In Gruppen</translation>
    </message>
    <message>
      <source>In short</source>
      <translation>In Kürze</translation>
    </message>
    <message>
      <source>In that month; also 2026, 2026-05-31, or 7d for the last seven days</source>
      <translation>In diesem Monat; auch 2026, 2026-05-31 oder 7d für die letzten sieben Tage</translation>
    </message>
    <message>
      <source>In the lists</source>
      <translation>In den Listen</translation>
    </message>
    <message>
      <source>In time</source>
      <translation>Rechtzeitig</translation>
    </message>
    <message>
      <source>In your own words: mention the spare key</source>
      <translation>In eigenen Worten: Ersatzschlüssel erwähnen</translation>
    </message>
    <message>
      <source>Inbox</source>
      <translation>Eingang</translation>
    </message>
    <message>
      <source>Indexing</source>
      <translation>Wird indiziert</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
      <source>Insights</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <source>Insights of the helpdesk</source>
      <translation>Auswertung des Helpdesks</translation>
    </message>
    <message>
      <source>Instead of the usual ones: begin each with the code of its language on a line of its own, like [de]. Variables as in macros. Ask for a number from 1 (poor) to 5 (very good).</source>
      <translation>Ersetzt die üblichen Worte: Beginnen Sie für jede Sprache eine eigene Zeile mit ihrem Kürzel, etwa [de]. Variablen wie in Textbausteinen. Bitten Sie um eine Zahl von 1 (schlecht) bis 5 (sehr gut).</translation>
    </message>
    <message>
      <source>Instead of the usual question, for customers of every language. Ask for a number from 1 (poor) to 5 (very good).</source>
      <translation>Ersetzt die übliche Frage, für Kunden jeder Sprache. Fragen Sie nach einer Zahl von 1 (schlecht) bis 5 (sehr gut).</translation>
    </message>
    <message>
      <source>Intent</source>
      <translation>Anliegen</translation>
    </message>
    <message>
      <source>Intent to change</source>
      <translation>Zu änderndes Anliegen</translation>
    </message>
    <message>
      <source>Intents</source>
      <translation>Anliegen</translation>
    </message>
    <message>
      <source>Intents and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <source>Internal</source>
      <translation>Intern</translation>
    </message>
    <message>
      <source>Internal article: customers are not meant to read it.</source>
      <translation>Interner Artikel: nicht für Kunden gedacht.</translation>
    </message>
    <message>
      <source>Internal note</source>
      <translation>Interne Notiz</translation>
    </message>
    <message>
      <source>Internal note of {author}, {at}</source>
      <translation>Interne Notiz von {author}, {at}</translation>
    </message>
    <message>
      <source>Internal note · not sent to the customer</source>
      <translation>Interne Notiz · nicht an den Kunden gesendet</translation>
    </message>
    <message>
      <source>Invalid argument</source>
      <translation>Ungültige Angabe</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>Ist ein Ordner</translation>
    </message>
    <message>
      <source>It asked to be looked at by {review_by}. Correct it, or say that it still holds.</source>
      <translation>Er sollte bis {review_by} geprüft werden. Berichtigen Sie ihn, oder sagen Sie, dass er noch gilt.</translation>
    </message>
    <message>
      <source>It asks the customer how it went.</source>
      <translation>Sie fragt den Kunden, wie es war.</translation>
    </message>
    <message>
      <source>It cites several articles</source>
      <translation>Er zitiert mehrere Artikel</translation>
    </message>
    <message>
      <source>It cites what was found first</source>
      <translation>Er zitiert, was zuerst gefunden wurde</translation>
    </message>
    <message>
      <source>It comes from the press: a person decides</source>
      <translation>Sie kommt von der Presse: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>It contains an image or script address</source>
      <translation>Sie enthält die Adresse eines Bildes oder Skripts</translation>
    </message>
    <message>
      <source>It contains characters nobody can see</source>
      <translation>Sie enthält Zeichen, die niemand sieht</translation>
    </message>
    <message>
      <source>It could not be judged</source>
      <translation>Der Entwurf konnte nicht beurteilt werden</translation>
    </message>
    <message>
      <source>It did not get to its end ({detail}). Try again; nothing was changed.</source>
      <translation>Es wurde nicht fertig ({detail}). Versuchen Sie es noch einmal; geändert wurde nichts.</translation>
    </message>
    <message>
      <source>It did not get to its end. The reply was quoted from the knowledge base instead.</source>
      <translation>Es wurde nicht zu Ende geschrieben. Stattdessen wurde aus der Wissensbasis zitiert.</translation>
    </message>
    <message>
      <source>It failed</source>
      <translation>Es ist fehlgeschlagen</translation>
    </message>
    <message>
      <source>It failed {failures} times in a row</source>
      <translation>Es ist {failures}-mal nacheinander fehlgeschlagen</translation>
    </message>
    <message>
      <source>It failed: {failure}</source>
      <translation>Fehlgeschlagen: {failure}</translation>
    </message>
    <message>
      <source>It is a complaint</source>
      <translation>Es ist eine Beschwerde</translation>
    </message>
    <message>
      <source>It is a complaint: a person decides</source>
      <translation>Es ist eine Beschwerde: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>It is about a refund or compensation</source>
      <translation>Es geht um Erstattung oder Entschädigung</translation>
    </message>
    <message>
      <source>It is about a refund or compensation: a person decides</source>
      <translation>Es geht um Erstattung oder Entschädigung: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>It is about cancelling</source>
      <translation>Es geht um eine Kündigung</translation>
    </message>
    <message>
      <source>It is about cancelling: a person decides</source>
      <translation>Es geht um eine Kündigung: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>It is about personal data rights</source>
      <translation>Es geht um Rechte an persönlichen Daten</translation>
    </message>
    <message>
      <source>It is about personal data rights: a person decides</source>
      <translation>Es geht um Rechte an persönlichen Daten: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>It is being handed over now.</source>
      <translation>Sie wird gerade übergeben.</translation>
    </message>
    <message>
      <source>It is done again; nothing of it is kept…</source>
      <translation>Es wird noch einmal gerechnet; nichts davon wird aufgehoben …</translation>
    </message>
    <message>
      <source>It is written to {path} and serves at once. The version before stays in the history.</source>
      <translation>Es wird nach {path} geschrieben und gilt sofort. Die Fassung davor bleibt im Verlauf.</translation>
    </message>
    <message>
      <source>It leaves by itself; until then it can be taken back.</source>
      <translation>Sie geht von selbst hinaus; bis dahin lässt sie sich zurücknehmen.</translation>
    </message>
    <message>
      <source>It leaves out “{0}”.</source>
      <translation>Sie lässt „{0}“ weg.</translation>
    </message>
    <message>
      <source>It left.</source>
      <translation>Sie ging hinaus.</translation>
    </message>
    <message>
      <source>It may be dangerous: a person answers now</source>
      <translation>Es kann gefährlich sein: Ein Mensch antwortet jetzt</translation>
    </message>
    <message>
      <source>It mentions legal action: a person decides</source>
      <translation>Rechtliche Schritte werden erwähnt: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>It names a source [{0}] that the reply did not have.</source>
      <translation>Sie nennt eine Quelle [{0}], die die Antwort nicht hatte.</translation>
    </message>
    <message>
      <source>It names an amount of money the reply did not</source>
      <translation>Sie nennt einen Geldbetrag, den die Antwort nicht nannte</translation>
    </message>
    <message>
      <source>It no longer names source [{0}].</source>
      <translation>Sie nennt Quelle [{0}] nicht mehr.</translation>
    </message>
    <message>
      <source>It promises something the reply did not</source>
      <translation>Sie verspricht etwas, das die Antwort nicht versprach</translation>
    </message>
    <message>
      <source>It reports a security problem: a person decides</source>
      <translation>Ein Sicherheitsproblem wird gemeldet: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>It says the same again.</source>
      <translation>Es sagt wieder dasselbe.</translation>
    </message>
    <message>
      <source>It says the same already; there is nothing to take.</source>
      <translation>Es sagt schon dasselbe; es gibt nichts zu übernehmen.</translation>
    </message>
    <message>
      <source>It says “{named}”, and would go to other customers too. Take that out of it, or send each its own draft.</source>
      <translation>Darin steht „{named}“, und es ginge auch an andere Kunden. Nehmen Sie das heraus, oder senden Sie jedem seinen eigenen Entwurf.</translation>
    </message>
    <message>
      <source>It speaks of the average over future tickets like these, not of a single ticket.</source>
      <translation>Es spricht vom Durchschnitt künftiger Tickets wie dieser, nicht von einem einzelnen Ticket.</translation>
    </message>
    <message>
      <source>It swears</source>
      <translation>Sie flucht</translation>
    </message>
    <message>
      <source>It takes a moment the first time.</source>
      <translation>Beim ersten Mal dauert es einen Augenblick.</translation>
    </message>
    <message>
      <source>It takes {memory}{card}</source>
      <translation>Es braucht {memory}{card}</translation>
    </message>
    <message>
      <source>It took back the run of {at}</source>
      <translation>Er hat den Lauf vom {at} zurückgenommen</translation>
    </message>
    <message>
      <source>It was a test draft</source>
      <translation>Es war ein Testentwurf</translation>
    </message>
    <message>
      <source>It was busy with other work</source>
      <translation>Er war mit anderer Arbeit beschäftigt</translation>
    </message>
    <message>
      <source>It was certainly not sent. Put the cause right and send it again, or take it back to change its text.</source>
      <translation>Sie wurde sicher nicht gesendet. Beheben Sie die Ursache und senden Sie sie noch einmal, oder nehmen Sie sie zurück, um ihren Text zu ändern.</translation>
    </message>
    <message>
      <source>It was handed to a person</source>
      <translation>Es wurde einem Menschen übergeben</translation>
    </message>
    <message>
      <source>It was merged into #{ticket} then.</source>
      <translation>Es war damals mit #{ticket} zusammengeführt.</translation>
    </message>
    <message>
      <source>It was not sure enough</source>
      <translation>Der Entwurf war nicht sicher genug</translation>
    </message>
    <message>
      <source>It was noted in the activity log</source>
      <translation>Es wurde im Aktivitätsprotokoll vermerkt</translation>
    </message>
    <message>
      <source>It was put into the review queue</source>
      <translation>Es kam in die Prüfliste</translation>
    </message>
    <message>
      <source>It was quoted instead of written</source>
      <translation>Er wurde zitiert statt geschrieben</translation>
    </message>
    <message>
      <source>It was taken back before it left.</source>
      <translation>Sie wurde zurückgenommen, bevor sie hinausging.</translation>
    </message>
    <message>
      <source>It was taken back; text and files are in the editor again.</source>
      <translation>Zurückgenommen; Text und Dateien stehen wieder im Editor.</translation>
    </message>
    <message>
      <source>It was understood as critical: a person answers</source>
      <translation>Sie wurde als kritisch verstanden: Ein Mensch antwortet</translation>
    </message>
    <message>
      <source>It was understood as one for the team lead</source>
      <translation>Sie wurde als eine für die Teamleitung verstanden</translation>
    </message>
    <message>
      <source>It was wrong after all</source>
      <translation>Es war doch falsch</translation>
    </message>
    <message numerus="yes">
      <source>It would change {n} tickets</source>
      <translation>
        <numerusform>Es würde {n} Ticket ändern</numerusform>
        <numerusform>Es würde {n} Tickets ändern</numerusform>
      </translation>
    </message>
    <message>
      <source>It would have sent {decided} answers that people decided on since: {right} right, {wrong} wrong.{waiting}</source>
      <translation>Es hätte {decided} Antworten gesendet, über die seither Menschen entschieden: {right} richtig, {wrong} falsch.{waiting}</translation>
    </message>
    <message>
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <source>Its certificate was not signed</source>
      <translation>Sein Zertifikat war nicht unterschrieben</translation>
    </message>
    <message>
      <source>Its content is not what its name says</source>
      <translation>Der Inhalt ist nicht, was der Name sagt</translation>
    </message>
    <message>
      <source>Its files should be in {folder}. Install Helpdesk again.</source>
      <translation>Seine Dateien sollten in {folder} liegen. Installieren Sie Helpdesk neu.</translation>
    </message>
    <message>
      <source>Its history</source>
      <translation>Sein Verlauf</translation>
    </message>
    <message>
      <source>Its intent is '{0}', which people decide</source>
      <translation>Ihr Anliegen ist „{0}“, darüber entscheiden Menschen</translation>
    </message>
    <message>
      <source>Its layout was too deep and is simplified.</source>
      <translation>Der Aufbau war zu tief und ist vereinfacht.</translation>
    </message>
    <message>
      <source>Its number</source>
      <translation>Seine Nummer</translation>
    </message>
    <message>
      <source>Its review is overdue</source>
      <translation>Seine Prüfung ist überfällig</translation>
    </message>
    <message>
      <source>Its score was still being learned</source>
      <translation>Sein Wert wurde noch gelernt</translation>
    </message>
    <message>
      <source>Its subject</source>
      <translation>Sein Betreff</translation>
    </message>
    <message>
      <source>Its tags, with commas between</source>
      <translation>Seine Schlagworte, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Its topic is not among those proven</source>
      <translation>Sein Thema gehört nicht zu den nachgewiesenen</translation>
    </message>
    <message>
      <source>Its value</source>
      <translation>Der Wert</translation>
    </message>
    <message>
      <source>J and K go up and down, R writes a reply by hand, and what you type is saved while you type.</source>
      <translation>J und K gehen hinunter und hinauf, R schreibt eine Antwort von Hand, und was Sie tippen, wird beim Tippen gespeichert.</translation>
    </message>
    <message>
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <source>Judge</source>
      <translation>Beurteilen</translation>
    </message>
    <message>
      <source>Judge the last one again</source>
      <translation>Das letzte noch einmal beurteilen</translation>
    </message>
    <message>
      <source>Judge the sample without knowing who wrote what</source>
      <translation>Die Stichprobe beurteilen, ohne zu wissen, wer was schrieb</translation>
    </message>
    <message>
      <source>Judge the ticket before again</source>
      <translation>Das Ticket davor noch einmal beurteilen</translation>
    </message>
    <message>
      <source>Judging old tickets</source>
      <translation>Alte Tickets beurteilen</translation>
    </message>
    <message>
      <source>Keep in the desk only</source>
      <translation>Nur im Helpdesk behalten</translation>
    </message>
    <message>
      <source>Keep it in the desk only</source>
      <translation>Nur im Helpdesk behalten</translation>
    </message>
    <message>
      <source>Keep it in the desk only?</source>
      <translation>Nur im Helpdesk behalten?</translation>
    </message>
    <message>
      <source>Keep using them, with a mark</source>
      <translation>Weiter verwenden, mit Vermerk</translation>
    </message>
    <message>
      <source>Keeping</source>
      <translation>Wird gespeichert</translation>
    </message>
    <message>
      <source>Keeping a copy of the desk as it is, before this version of the program changes it</source>
      <translation>Der Helpdesk wird gesichert, wie er ist, bevor diese Version des Programms ihn ändert</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Gehalten</translation>
    </message>
    <message>
      <source>Kept: unsaved changes of {when} to “{title}”{others}.</source>
      <translation>Aufgehoben: ungespeicherte Änderungen von {when} an „{title}“{others}.</translation>
    </message>
    <message>
      <source>Keyboard</source>
      <translation>Tastatur</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>Wissen</translation>
    </message>
    <message>
      <source>Knowledge base for the new article</source>
      <translation>Wissensbasis für den neuen Artikel</translation>
    </message>
    <message>
      <source>Knowledge bases</source>
      <translation>Wissensbasen</translation>
    </message>
    <message>
      <source>Knowledge settings</source>
      <translation>Wissenseinstellungen</translation>
    </message>
    <message>
      <source>Known addresses</source>
      <translation>Bekannte Adressen</translation>
    </message>
    <message>
      <source>Korean</source>
      <translation>Koreanisch</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Language changed</source>
      <translation>Sprache geändert</translation>
    </message>
    <message>
      <source>Language not known</source>
      <translation>Sprache unbekannt</translation>
    </message>
    <message>
      <source>Language of the macro</source>
      <translation>Sprache des Textbausteins</translation>
    </message>
    <message>
      <source>Languages of your customers</source>
      <translation>Sprachen Ihrer Kunden</translation>
    </message>
    <message>
      <source>Last word</source>
      <translation>Letztes Wort</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Später</translation>
    </message>
    <message>
      <source>Later today</source>
      <translation>Heute später</translation>
    </message>
    <message>
      <source>Laying this mail out took too long; its plain text is shown instead.</source>
      <translation>Der Aufbau dieser Mail dauerte zu lange; stattdessen steht der einfache Text da.</translation>
    </message>
    <message>
      <source>Learn from sent answers</source>
      <translation>Aus gesendeten Antworten lernen</translation>
    </message>
    <message>
      <source>Learning the words</source>
      <translation>Die Wörter werden gelernt</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>Lassen</translation>
    </message>
    <message>
      <source>Leave it as it is</source>
      <translation>So lassen, wie es ist</translation>
    </message>
    <message>
      <source>Leave it out</source>
      <translation>Weglassen</translation>
    </message>
    <message>
      <source>Leave the reply as it is</source>
      <translation>Antwort so lassen, wie sie ist</translation>
    </message>
    <message>
      <source>Leave the signature out</source>
      <translation>Signatur weglassen</translation>
    </message>
    <message>
      <source>Leave the tour; it is found again in Help</source>
      <translation>Rundgang verlassen; er findet sich wieder unter Hilfe</translation>
    </message>
    <message>
      <source>Leave them as they are</source>
      <translation>So lassen, wie sie sind</translation>
    </message>
    <message>
      <source>Leave them out of drafts</source>
      <translation>Aus Entwürfen weglassen</translation>
    </message>
    <message>
      <source>Leaves something out</source>
      <translation>Lässt etwas weg</translation>
    </message>
    <message>
      <source>Leaves soon</source>
      <translation>Geht bald hinaus</translation>
    </message>
    <message>
      <source>Leaves {moment}</source>
      <translation>Geht hinaus {moment}</translation>
    </message>
    <message>
      <source>Leaving now</source>
      <translation>Geht jetzt hinaus</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Hinausgegangen</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Left out, for their own evidence speaks against them: {0}.</source>
      <translation>Ausgenommen, weil die eigenen Belege dagegen sprechen: {0}.</translation>
    </message>
    <message>
      <source>Left out: {refused}.</source>
      <translation>Ausgelassen: {refused}.</translation>
    </message>
    <message>
      <source>Left out: {title}, {reason}</source>
      <translation>Ausgelassen: {title}, {reason}</translation>
    </message>
    <message>
      <source>Let go to attach these files</source>
      <translation>Loslassen, um diese Dateien anzuhängen</translation>
    </message>
    <message>
      <source>Let go to begin a ticket with this text</source>
      <translation>Loslassen, um ein Ticket mit diesem Text zu beginnen</translation>
    </message>
    <message>
      <source>Let go to import these messages</source>
      <translation>Loslassen, um diese Nachrichten zu importieren</translation>
    </message>
    <message>
      <source>Let go to import this knowledge</source>
      <translation>Loslassen, um dieses Wissen zu importieren</translation>
    </message>
    <message>
      <source>Let go to make tickets of these files</source>
      <translation>Loslassen, um aus diesen Dateien Tickets zu machen</translation>
    </message>
    <message>
      <source>Let go to put in this text</source>
      <translation>Loslassen, um diesen Text einzufügen</translation>
    </message>
    <message>
      <source>Let the chosen model draft</source>
      <translation>Das gewählte Modell entwerfen lassen</translation>
    </message>
    <message>
      <source>Let these models draft the same tickets; nothing is stored</source>
      <translation>Diese Modelle dieselben Tickets entwerfen lassen; nichts wird gespeichert</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Light, dark, or as the system says.</source>
      <translation>Hell, dunkel oder wie das System.</translation>
    </message>
    <message>
      <source>Like 1h; empty for no warning</source>
      <translation>Etwa 1h; leer ohne Warnung</translation>
    </message>
    <message>
      <source>Like 4h or 30m; empty promises nothing</source>
      <translation>Etwa 4h oder 30m; leer verspricht nichts</translation>
    </message>
    <message>
      <source>Line {line}</source>
      <translation>Zeile {line}</translation>
    </message>
    <message>
      <source>Line {line}: {reason}.</source>
      <translation>Zeile {line}: {reason}.</translation>
    </message>
    <message>
      <source>Line {number}: {reason}. Nothing was saved; correct the line and save again.</source>
      <translation>Zeile {number}: {reason}. Nichts wurde gespeichert; berichtigen Sie die Zeile, und speichern Sie noch einmal.</translation>
    </message>
    <message>
      <source>Lines: where the true share most likely is (exact, 90% confidence).{left}{many}</source>
      <translation>Striche: wo der wahre Anteil am ehesten liegt (exakt, 90 % Sicherheit).{left}{many}</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Verknüpfen</translation>
    </message>
    <message>
      <source>Link of #{one} with #{other} taken away</source>
      <translation>Verknüpfung von #{one} mit #{other} aufgehoben</translation>
    </message>
    <message>
      <source>Link with another ticket</source>
      <translation>Mit einem anderen Ticket verknüpfen</translation>
    </message>
    <message>
      <source>Linked tickets</source>
      <translation>Verknüpfte Tickets</translation>
    </message>
    <message>
      <source>Links to your own sites</source>
      <translation>Verweise auf eigene Seiten</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message numerus="yes">
      <source>List all {n} tickets</source>
      <translation>
        <numerusform>{n} Ticket auflisten</numerusform>
        <numerusform>Alle {n} Tickets auflisten</numerusform>
      </translation>
    </message>
    <message>
      <source>List the tickets</source>
      <translation>Tickets auflisten</translation>
    </message>
    <message>
      <source>Listing the models fastembed knows…</source>
      <translation>Modelle, die fastembed kennt, werden aufgelistet …</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Wird geladen</translation>
    </message>
    <message>
      <source>Loading the first model…</source>
      <translation>Erstes Modell wird geladen …</translation>
    </message>
    <message>
      <source>Loading the model</source>
      <translation>Das Modell wird geladen</translation>
    </message>
    <message>
      <source>Loading the model…</source>
      <translation>Modell wird geladen …</translation>
    </message>
    <message>
      <source>Loading {name} and letting it write once…</source>
      <translation>{name} wird geladen und schreibt einmal …</translation>
    </message>
    <message>
      <source>Loading…</source>
      <translation>Wird geladen …</translation>
    </message>
    <message>
      <source>Local model</source>
      <translation>Lokales Modell</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Erneut nachsehen</translation>
    </message>
    <message>
      <source>Look again in what state the model server is</source>
      <translation>Neu nachsehen, in welchem Zustand der Modellserver ist</translation>
    </message>
    <message>
      <source>Look again what is remembered</source>
      <translation>Neu nachsehen, was gemerkt ist</translation>
    </message>
    <message>
      <source>Look again who drafts now</source>
      <translation>Neu nachsehen, wer jetzt entwirft</translation>
    </message>
    <message>
      <source>Look at it first</source>
      <translation>Erst ansehen</translation>
    </message>
    <message>
      <source>Look at {name}</source>
      <translation>{name} ansehen</translation>
    </message>
    <message>
      <source>Look it over: nothing is made before you create the ticket.</source>
      <translation>Sehen Sie es durch: Nichts entsteht, bevor Sie das Ticket anlegen.</translation>
    </message>
    <message>
      <source>Look now</source>
      <translation>Jetzt nachsehen</translation>
    </message>
    <message>
      <source>Look through the folder of this base again</source>
      <translation>Den Ordner dieser Wissensbasis neu durchsehen</translation>
    </message>
    <message>
      <source>Looking through {name}</source>
      <translation>{name} wird durchgesehen</translation>
    </message>
    <message>
      <source>Looking through “{name}”…</source>
      <translation>„{name}“ wird durchgesehen …</translation>
    </message>
    <message>
      <source>Looking who drafts now…</source>
      <translation>Es wird nachgesehen, wer jetzt entwirft …</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Wird nachgesehen …</translation>
    </message>
    <message>
      <source>Looks like a document, but is none</source>
      <translation>Sieht wie ein Dokument aus, ist aber keines</translation>
    </message>
    <message>
      <source>Looks ready</source>
      <translation>Sieht fertig aus</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>Niedrig</translation>
    </message>
    <message>
      <source>Low, normal, high or urgent</source>
      <translation>Niedrig, normal, hoch oder dringend</translation>
    </message>
    <message>
      <source>Macro</source>
      <translation>Textbaustein</translation>
    </message>
    <message>
      <source>Macro  /</source>
      <translation>Textbaustein  /</translation>
    </message>
    <message>
      <source>Macro {name}</source>
      <translation>Textbaustein {name}</translation>
    </message>
    <message>
      <source>Macros</source>
      <translation>Textbausteine</translation>
    </message>
    <message>
      <source>Made by a newer version</source>
      <translation>Von einer neueren Version</translation>
    </message>
    <message>
      <source>Made the view {name}</source>
      <translation>Ansicht {name} angelegt</translation>
    </message>
    <message>
      <source>Mail address (may be empty)</source>
      <translation>Mailadresse (kann leer bleiben)</translation>
    </message>
    <message>
      <source>Mail address of the agent</source>
      <translation>Mailadresse des Agenten</translation>
    </message>
    <message>
      <source>Mails and tables put here become tickets. Empty: not watched.</source>
      <translation>Mails und Tabellen, die hier abgelegt werden, werden Tickets. Leer: nicht beobachtet.</translation>
    </message>
    <message>
      <source>Mails in {folder} are not taken in: {detail}. Put the folder right or name another; it is looked at again by itself.</source>
      <translation>Mails in {folder} werden nicht aufgenommen: {detail}. Bringen Sie den Ordner in Ordnung, oder nennen Sie einen anderen; er wird von selbst wieder angesehen.</translation>
    </message>
    <message>
      <source>Make it “{article_statuses}”</source>
      <translation>Auf „{article_statuses}“ setzen</translation>
    </message>
    <message>
      <source>Making its layout harmless…</source>
      <translation>Der Aufbau wird unschädlich gemacht …</translation>
    </message>
    <message>
      <source>Manual page</source>
      <translation>Handbuchseite</translation>
    </message>
    <message>
      <source>Mark as sent</source>
      <translation>Als gesendet kennzeichnen</translation>
    </message>
    <message>
      <source>Mark as spam or automatic mail</source>
      <translation>Als Spam oder automatische Mail kennzeichnen</translation>
    </message>
    <message>
      <source>Mark as {value_words}</source>
      <translation>Kennzeichnen als: {value_words}</translation>
    </message>
    <message>
      <source>Mark every ticket of the list</source>
      <translation>Jedes Ticket der Liste markieren</translation>
    </message>
    <message>
      <source>Mark every ticket of this list</source>
      <translation>Jedes Ticket dieser Liste markieren</translation>
    </message>
    <message>
      <source>Mark or unmark the ticket</source>
      <translation>Ticket markieren oder Markierung aufheben</translation>
    </message>
    <message>
      <source>Mark the message</source>
      <translation>Nachricht kennzeichnen</translation>
    </message>
    <message>
      <source>Mark this article as reviewed today</source>
      <translation>Diesen Artikel als heute geprüft kennzeichnen</translation>
    </message>
    <message>
      <source>Mark this reply as sent</source>
      <translation>Diese Antwort als gesendet kennzeichnen</translation>
    </message>
    <message>
      <source>Marked as reviewed today.</source>
      <translation>Als heute geprüft gekennzeichnet.</translation>
    </message>
    <message>
      <source>Marked as sent.</source>
      <translation>Als gesendet gekennzeichnet.</translation>
    </message>
    <message>
      <source>Marked tickets</source>
      <translation>Markierte Tickets</translation>
    </message>
    <message>
      <source>May carry a program in it</source>
      <translation>Kann ein Programm enthalten</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>Bedeutung</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>Gemessen</translation>
    </message>
    <message>
      <source>Median first reply</source>
      <translation>Mittlere erste Antwort</translation>
    </message>
    <message>
      <source>Median, in hours</source>
      <translation>Median, in Stunden</translation>
    </message>
    <message>
      <source>Median, in minutes</source>
      <translation>Median, in Minuten</translation>
    </message>
    <message>
      <source>Mentions</source>
      <translation>Erwähnungen</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message numerus="yes">
      <source>Merge all {n} into this</source>
      <translation>
        <numerusform>Damit zusammenführen</numerusform>
        <numerusform>Alle {n} damit zusammenführen</numerusform>
      </translation>
    </message>
    <message>
      <source>Merge into another ticket</source>
      <translation>Mit einem anderen Ticket zusammenführen</translation>
    </message>
    <message>
      <source>Merge the marked tickets into one</source>
      <translation>Die markierten Tickets zu einem zusammenführen</translation>
    </message>
    <message>
      <source>Merge them</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Merge them all the same</source>
      <translation>Trotzdem zusammenführen</translation>
    </message>
    <message>
      <source>Merge {tickets} into which?</source>
      <translation>{tickets} mit welchem zusammenführen?</translation>
    </message>
    <message>
      <source>Merged into</source>
      <translation>Zusammengeführt mit</translation>
    </message>
    <message>
      <source>Merged {sources} into #{target}</source>
      <translation>{sources} mit #{target} zusammengeführt</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <source>Message from {author} as it was laid out</source>
      <translation>Nachricht von {author}, wie sie gestaltet war</translation>
    </message>
    <message>
      <source>Message too long</source>
      <translation>Nachricht zu lang</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <source>Messages ({suffixes})</source>
      <translation>Nachrichten ({suffixes})</translation>
    </message>
    <message>
      <source>Messages imported</source>
      <translation>Nachrichten importiert</translation>
    </message>
    <message>
      <source>Milliseconds a search may take longer; what is not done by then is left as it was found.</source>
      <translation>So viele Millisekunden darf eine Suche länger dauern; was bis dahin nicht fertig ist, bleibt, wie es gefunden wurde.</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Meine</translation>
    </message>
    <message>
      <source>Minutes a draft stays yours while you work on it.</source>
      <translation>So viele Minuten bleibt ein Entwurf für Sie belegt, während Sie daran arbeiten.</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Verfehlt</translation>
    </message>
    <message>
      <source>Missed by service level {name}</source>
      <translation>Von Servicezusage {name} verfehlt</translation>
    </message>
    <message>
      <source>Missing:</source>
      <translation>Es fehlt:</translation>
    </message>
    <message>
      <source>Missing: {missing}</source>
      <translation>Es fehlt: {missing}</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Model and options</source>
      <translation>Modell und Optionen</translation>
    </message>
    <message>
      <source>Model cannot write</source>
      <translation>Modell kann nicht schreiben</translation>
    </message>
    <message>
      <source>Model does not load</source>
      <translation>Modell lädt nicht</translation>
    </message>
    <message>
      <source>Model folder</source>
      <translation>Modellordner</translation>
    </message>
    <message>
      <source>Model given a rest</source>
      <translation>Modell bekommt Ruhe</translation>
    </message>
    <message>
      <source>Model not fetched</source>
      <translation>Modell nicht geholt</translation>
    </message>
    <message>
      <source>Model not installed</source>
      <translation>Modell nicht installiert</translation>
    </message>
    <message>
      <source>Model not pulled</source>
      <translation>Modell nicht geholt</translation>
    </message>
    <message>
      <source>Model runs elsewhere</source>
      <translation>Modell läuft anderswo</translation>
    </message>
    <message>
      <source>Model server</source>
      <translation>Modellserver</translation>
    </message>
    <message>
      <source>Model server busy</source>
      <translation>Modellserver ausgelastet</translation>
    </message>
    <message>
      <source>Model server not confirmed</source>
      <translation>Modellserver nicht bestätigt</translation>
    </message>
    <message>
      <source>Model server not reachable</source>
      <translation>Modellserver nicht erreichbar</translation>
    </message>
    <message>
      <source>Model server not running</source>
      <translation>Modellserver läuft nicht</translation>
    </message>
    <message>
      <source>Model settings</source>
      <translation>Modelleinstellungen</translation>
    </message>
    <message>
      <source>Model still loading</source>
      <translation>Modell lädt noch</translation>
    </message>
    <message>
      <source>Model to replay with</source>
      <translation>Modell für die Wiederholung</translation>
    </message>
    <message>
      <source>Model {number} to compare</source>
      <translation>Modell {number} zum Vergleich</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Models compared</source>
      <translation>Verglichene Modelle</translation>
    </message>
    <message>
      <source>Models fastembed knows</source>
      <translation>Modelle, die fastembed kennt</translation>
    </message>
    <message>
      <source>Models of the server</source>
      <translation>Modelle des Servers</translation>
    </message>
    <message>
      <source>Models that can be fetched</source>
      <translation>Modelle zum Holen</translation>
    </message>
    <message>
      <source>Mood</source>
      <translation>Stimmung</translation>
    </message>
    <message>
      <source>More than so many never go out by themselves to one address in 24 hours; a person takes over.</source>
      <translation>In 24 Stunden gehen nie mehr als so viele von selbst an eine Adresse; danach übernimmt ein Mensch.</translation>
    </message>
    <message>
      <source>Most came in in the hour from {hour} on.</source>
      <translation>Das meiste kam in der Stunde ab {hour}.</translation>
    </message>
    <message>
      <source>Most likely between</source>
      <translation>Am ehesten zwischen</translation>
    </message>
    <message>
      <source>Most telling: “{sign}” ({power}).</source>
      <translation>Am aussagekräftigsten: „{sign}“ ({power}).</translation>
    </message>
    <message>
      <source>Most: {most}, {share}. Least: {least}, {share2}.{more}</source>
      <translation>Am meisten: {most}, {share}. Am wenigsten: {least}, {share2}.{more}</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>Bewegen</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Move this view down</source>
      <translation>Diese Ansicht nach unten</translation>
    </message>
    <message>
      <source>Move this view up</source>
      <translation>Diese Ansicht nach oben</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>Much like a better one</source>
      <translation>Sagt fast dasselbe wie eine bessere</translation>
    </message>
    <message>
      <source>My text, each with its own greeting</source>
      <translation>Mein Text, jedem mit eigener Anrede</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of a model to pull</source>
      <translation>Name eines Modells zum Holen</translation>
    </message>
    <message>
      <source>Name of a model, like llama3.2:3b</source>
      <translation>Name eines Modells, etwa llama3.2:3b</translation>
    </message>
    <message>
      <source>Name of an agent</source>
      <translation>Name eines Agenten</translation>
    </message>
    <message>
      <source>Name of the agent</source>
      <translation>Name des Agenten</translation>
    </message>
    <message>
      <source>Name of the calendar</source>
      <translation>Name des Kalenders</translation>
    </message>
    <message>
      <source>Name of the field</source>
      <translation>Name des Feldes</translation>
    </message>
    <message>
      <source>Name of the intent</source>
      <translation>Name des Anliegens</translation>
    </message>
    <message>
      <source>Name of the macro</source>
      <translation>Name des Textbausteins</translation>
    </message>
    <message>
      <source>Name of the model; empty takes the first one that can chat.</source>
      <translation>Name des Modells; leer gilt das erste, das chatten kann.</translation>
    </message>
    <message>
      <source>Name of the rule</source>
      <translation>Name der Regel</translation>
    </message>
    <message>
      <source>Name of the service level</source>
      <translation>Name der Servicezusage</translation>
    </message>
    <message>
      <source>Name of the template</source>
      <translation>Name der Vorlage</translation>
    </message>
    <message>
      <source>Name of the view</source>
      <translation>Name der Ansicht</translation>
    </message>
    <message>
      <source>Name, like Contract</source>
      <translation>Name, etwa Vertrag</translation>
    </message>
    <message>
      <source>Name, like Phone call</source>
      <translation>Name, etwa Anruf</translation>
    </message>
    <message>
      <source>Name, like Return label</source>
      <translation>Name, etwa Rücksendeetikett</translation>
    </message>
    <message>
      <source>Named in greetings and closings.</source>
      <translation>Wird in Gruß und Schluss genannt.</translation>
    </message>
    <message>
      <source>Named {correlation} in the log and in the mail that is sent</source>
      <translation>Heißt im Protokoll und in der gesendeten Mail {correlation}</translation>
    </message>
    <message>
      <source>Names and addresses</source>
      <translation>Namen und Adressen</translation>
    </message>
    <message>
      <source>Narrow the list</source>
      <translation>Liste eingrenzen</translation>
    </message>
    <message>
      <source>Nearest articles: {0}.</source>
      <translation>Nächste Artikel: {0}.</translation>
    </message>
    <message>
      <source>Needs a look</source>
      <translation>Bitte ansehen</translation>
    </message>
    <message>
      <source>Needs a person</source>
      <translation>Braucht einen Menschen</translation>
    </message>
    <message>
      <source>Needs {at_least} more without an error, or about {at_this_rate} at the rate so far.</source>
      <translation>Braucht {at_least} weitere ohne Fehler, oder etwa {at_this_rate} bei der bisherigen Quote.</translation>
    </message>
    <message>
      <source>Needs {at_least} more without an error.</source>
      <translation>Braucht {at_least} weitere ohne Fehler.</translation>
    </message>
    <message>
      <source>Needs {at_least} more without an error; {never}.</source>
      <translation>Braucht {at_least} weitere ohne Fehler; {never}.</translation>
    </message>
    <message>
      <source>Needs {fewest_of_each} right and {fewest_of_each} wrong decided drafts; go on reviewing, this fills by itself.</source>
      <translation>Braucht {fewest_of_each} richtige und {fewest_of_each} falsche entschiedene Entwürfe; prüfen Sie weiter, es füllt sich von selbst.</translation>
    </message>
    <message>
      <source>Needs {fewest} drafts drawn by lot since {day}, from when on evidence counts, that people decided on; {so_far}. Review what is in the queue.</source>
      <translation>Braucht {fewest} seit dem {day} ausgeloste Entwürfe, über die Menschen entschieden haben; seither zählen die Belege, {so_far}. Prüfen Sie, was in der Liste steht.</translation>
    </message>
    <message>
      <source>Needs {fewest} drafts that people decided on; {so_far}. Review what is in the queue.</source>
      <translation>Braucht {fewest} Entwürfe, über die Menschen entschieden haben; {so_far}. Prüfen Sie, was in der Prüfliste steht.</translation>
    </message>
    <message>
      <source>Neither is fine</source>
      <translation>Keine ist gut</translation>
    </message>
    <message>
      <source>Neither is right</source>
      <translation>Keine ist richtig</translation>
    </message>
    <message>
      <source>Neutral</source>
      <translation>Neutral</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <source>Never about these topics</source>
      <translation>Nie zu diesen Themen</translation>
    </message>
    <message>
      <source>Never cited</source>
      <translation>Nie zitiert</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New article</source>
      <translation>Neuer Artikel</translation>
    </message>
    <message>
      <source>New drafts appear here by themselves. All caught up.</source>
      <translation>Neue Entwürfe erscheinen hier von selbst. Alles erledigt.</translation>
    </message>
    <message>
      <source>New intent…</source>
      <translation>Neues Anliegen …</translation>
    </message>
    <message>
      <source>New keys</source>
      <translation>Neue Tasten</translation>
    </message>
    <message>
      <source>New ticket</source>
      <translation>Neues Ticket</translation>
    </message>
    <message>
      <source>New view</source>
      <translation>Neue Ansicht</translation>
    </message>
    <message>
      <source>New, open, pending, on-hold, solved or closed</source>
      <translation>Neu, offen, wartend, angehalten, gelöst oder geschlossen</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Next Monday</source>
      <translation>Nächsten Montag</translation>
    </message>
    <message>
      <source>Next draft</source>
      <translation>Nächster Entwurf</translation>
    </message>
    <message>
      <source>Next in the list</source>
      <translation>Nächster in der Liste</translation>
    </message>
    <message>
      <source>Next message</source>
      <translation>Nächste Nachricht</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>Nächste Seite</translation>
    </message>
    <message>
      <source>Next reply</source>
      <translation>Nächste Antwort</translation>
    </message>
    <message>
      <source>Next section</source>
      <translation>Nächster Abschnitt</translation>
    </message>
    <message>
      <source>Next sentence to check</source>
      <translation>Nächster zu prüfender Satz</translation>
    </message>
    <message>
      <source>Next step of the tour</source>
      <translation>Nächster Schritt des Rundgangs</translation>
    </message>
    <message>
      <source>Next tab</source>
      <translation>Nächster Reiter</translation>
    </message>
    <message>
      <source>Next ticket</source>
      <translation>Nächstes Ticket</translation>
    </message>
    <message>
      <source>Next to check</source>
      <translation>Nächster zu prüfen</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <source>No agent is called “{word}”. There are {names}.</source>
      <translation>Kein Agent heißt „{word}“. Es gibt {names}.</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Ohne Antwort</translation>
    </message>
    <message>
      <source>No article answers this, and nobody sent an answer yet: write it.</source>
      <translation>Kein Artikel beantwortet das, und niemand hat bisher eine Antwort gesendet: Schreiben Sie ihn.</translation>
    </message>
    <message>
      <source>No article answers this. The text is what a person sent, without personal data: make an article of it.</source>
      <translation>Kein Artikel beantwortet das. Der Text ist, was ein Mensch sendete, ohne personenbezogene Daten: Machen Sie einen Artikel daraus.</translation>
    </message>
    <message>
      <source>No article chosen</source>
      <translation>Kein Artikel gewählt</translation>
    </message>
    <message>
      <source>No article has this.</source>
      <translation>Kein Artikel hat das.</translation>
    </message>
    <message>
      <source>No article is about what this ticket asks.</source>
      <translation>Kein Artikel handelt von dem, was dieses Ticket fragt.</translation>
    </message>
    <message>
      <source>No article of this kind, or with these letters in its title or path.</source>
      <translation>Kein Artikel dieser Art oder mit diesen Buchstaben in Titel oder Pfad.</translation>
    </message>
    <message>
      <source>No backup was made. {title}: {sentence}</source>
      <translation>Keine Sicherung entstand. {title}: {sentence}</translation>
    </message>
    <message>
      <source>No certificate stood</source>
      <translation>Kein Zertifikat galt</translation>
    </message>
    <message>
      <source>No change</source>
      <translation>Keine Änderung</translation>
    </message>
    <message>
      <source>No column</source>
      <translation>Keine Spalte</translation>
    </message>
    <message>
      <source>No confidence yet</source>
      <translation>Noch kein Vertrauenswert</translation>
    </message>
    <message>
      <source>No draft</source>
      <translation>Kein Entwurf</translation>
    </message>
    <message>
      <source>No draft and no answer stands on it</source>
      <translation>Kein Entwurf und keine Antwort stützt sich darauf</translation>
    </message>
    <message>
      <source>No draft has come since then.</source>
      <translation>Seither kam kein Entwurf.</translation>
    </message>
    <message>
      <source>No draft was checked for this goal yet. Review drafts as ever; each decision counts.</source>
      <translation>Für dieses Ziel wurde noch kein Entwurf geprüft. Prüfen Sie wie immer; jede Entscheidung zählt.</translation>
    </message>
    <message>
      <source>No draft was decided on in these {days} days. {first}</source>
      <translation>In diesen {days} Tagen wurde über keinen Entwurf entschieden. {first}</translation>
    </message>
    <message>
      <source>No draft was judged in the last four weeks.</source>
      <translation>In den letzten vier Wochen wurde kein Entwurf beurteilt.</translation>
    </message>
    <message>
      <source>No draft was rejected, corrected, handed on or missing an answer in the last 90 days.</source>
      <translation>In den letzten 90 Tagen wurde kein Entwurf abgelehnt, berichtigt oder weitergegeben, und keinem fehlte eine Antwort.</translation>
    </message>
    <message>
      <source>No draft was scored since the goal was set. Evidence comes by itself as tickets are drafted and reviewed.</source>
      <translation>Seit das Ziel gesetzt ist, wurde kein Entwurf bewertet. Belege entstehen von selbst, wenn Entwürfe geschrieben und geprüft werden.</translation>
    </message>
    <message>
      <source>No field yet: add one under Tickets</source>
      <translation>Noch kein Feld: unter „Tickets“ anlegen</translation>
    </message>
    <message>
      <source>No file was touched</source>
      <translation>Keine Datei wurde angefasst</translation>
    </message>
    <message>
      <source>No folder</source>
      <translation>Kein Ordner</translation>
    </message>
    <message>
      <source>No folder to write to</source>
      <translation>Kein Ordner zum Schreiben</translation>
    </message>
    <message>
      <source>No goal is set, so nothing is being proven.</source>
      <translation>Kein Ziel ist gesetzt, also wird nichts nachgewiesen.</translation>
    </message>
    <message>
      <source>No goal is set. Under “Sending”, say how many answers may be wrong and how sure that must be; from then on every draft checked by a person is evidence.</source>
      <translation>Kein Ziel ist gesetzt. Sagen Sie unter „Versand“, wie viele Antworten falsch sein dürfen und wie sicher das sein muss; ab dann ist jeder von einem Menschen geprüfte Entwurf ein Beleg.</translation>
    </message>
    <message>
      <source>No goal yet. Choose how many of the answers that leave by themselves may be wrong; nothing is sent before that is proven.</source>
      <translation>Noch kein Ziel. Wählen Sie, wie viele der von selbst hinausgehenden Antworten falsch sein dürfen; nichts wird gesendet, bevor das nachgewiesen ist.</translation>
    </message>
    <message>
      <source>No groups</source>
      <translation>Keine Gruppen</translation>
    </message>
    <message>
      <source>No import yet</source>
      <translation>Noch kein Import</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>Keine Taste</translation>
    </message>
    <message>
      <source>No knowledge yet</source>
      <translation>Noch kein Wissen</translation>
    </message>
    <message>
      <source>No macro has this.</source>
      <translation>Kein Textbaustein hat das.</translation>
    </message>
    <message>
      <source>No macro yet: write one under Drafting</source>
      <translation>Noch kein Makro: unter „Entwerfen“ schreiben</translation>
    </message>
    <message>
      <source>No macros yet: write them in Preferences, Drafting.</source>
      <translation>Noch keine Textbausteine: Schreiben Sie sie unter Einstellungen, Entwerfen.</translation>
    </message>
    <message>
      <source>No model</source>
      <translation>Kein Modell</translation>
    </message>
    <message>
      <source>No model is used here</source>
      <translation>Hier wird kein Modell verwendet</translation>
    </message>
    <message>
      <source>No model server here</source>
      <translation>Hier ist kein Modellserver</translation>
    </message>
    <message>
      <source>No open draft and no sent answer cites this article.</source>
      <translation>Kein offener Entwurf und keine gesendete Antwort zitiert diesen Artikel.</translation>
    </message>
    <message>
      <source>No open draft and no sent answer cites this article: a change touches nobody.</source>
      <translation>Kein offener Entwurf und keine gesendete Antwort zitiert diesen Artikel: Eine Änderung betrifft niemanden.</translation>
    </message>
    <message>
      <source>No other draft in the queue says the same.</source>
      <translation>Kein anderer Entwurf in der Prüfliste sagt dasselbe.</translation>
    </message>
    <message>
      <source>No page of the manual has all of these words. Try fewer.</source>
      <translation>Keine Seite des Handbuchs hat alle diese Wörter. Versuchen Sie weniger.</translation>
    </message>
    <message>
      <source>No passage found has the question's rare words</source>
      <translation>Keine gefundene Textstelle hat die seltenen Wörter der Frage</translation>
    </message>
    <message>
      <source>No passage found means quite what was asked</source>
      <translation>Keine gefundene Textstelle meint ganz, was gefragt wurde</translation>
    </message>
    <message>
      <source>No passage inside these limits speaks of this; one outside of them may.</source>
      <translation>Keine Textstelle in diesen Grenzen spricht davon; außerhalb vielleicht eine.</translation>
    </message>
    <message>
      <source>No passage speaks of this. A draft for such a question would say what is missing.</source>
      <translation>Keine Textstelle spricht davon. Ein Entwurf zu so einer Frage würde sagen, was fehlt.</translation>
    </message>
    <message>
      <source>No promise was kept or missed in these {days} days. What you promise stands in Preferences, Service levels.</source>
      <translation>In diesen {days} Tagen wurde keine Zusage gehalten oder verfehlt. Was Sie zusagen, steht in den Einstellungen unter Servicezusagen.</translation>
    </message>
    <message>
      <source>No proposal stands open. Nothing happened since it was looked for last.</source>
      <translation>Kein Vorschlag ist offen. Seit der letzten Suche ist nichts geschehen.</translation>
    </message>
    <message>
      <source>No reply could be written.</source>
      <translation>Es konnte keine Antwort geschrieben werden.</translation>
    </message>
    <message>
      <source>No reply needed</source>
      <translation>Keine Antwort nötig</translation>
    </message>
    <message>
      <source>No report could be written.</source>
      <translation>Es konnte kein Bericht geschrieben werden.</translation>
    </message>
    <message>
      <source>No rule has done anything yet.</source>
      <translation>Noch hat keine Regel etwas getan.</translation>
    </message>
    <message>
      <source>No sample drawn yet</source>
      <translation>Noch keine Stichprobe ausgelost</translation>
    </message>
    <message>
      <source>No sentence stands without backing</source>
      <translation>Kein Satz steht ohne Beleg</translation>
    </message>
    <message>
      <source>No service level</source>
      <translation>Keine Servicezusage</translation>
    </message>
    <message>
      <source>No service level fits this ticket.</source>
      <translation>Keine Servicezusage passt zu diesem Ticket.</translation>
    </message>
    <message>
      <source>No similar question was answered before</source>
      <translation>Keine ähnliche Frage wurde schon beantwortet</translation>
    </message>
    <message>
      <source>No source backs “{0}”</source>
      <translation>Keine Quelle belegt „{0}“</translation>
    </message>
    <message>
      <source>No source says “{0}”.</source>
      <translation>Keine Quelle sagt „{0}“.</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>Kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
      <source>No stop and no alarm stands; there is nothing to allow again.</source>
      <translation>Kein Stopp und kein Alarm besteht; es gibt nichts wieder zu erlauben.</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>Datei oder Ordner nicht vorhanden</translation>
    </message>
    <message>
      <source>No synonyms are kept now.</source>
      <translation>Es sind jetzt keine Synonyme gespeichert.</translation>
    </message>
    <message>
      <source>No text; it changes the ticket only.</source>
      <translation>Kein Text; er ändert nur das Ticket.</translation>
    </message>
    <message>
      <source>No ticket can be made of {names}. Messages ({suffixes}) or one plain text can be dropped here.</source>
      <translation>Aus {names} lässt sich kein Ticket machen. Nachrichten ({suffixes}) oder ein einfacher Text lassen sich hier ablegen.</translation>
    </message>
    <message>
      <source>No ticket chosen</source>
      <translation>Kein Ticket gewählt</translation>
    </message>
    <message>
      <source>No ticket chosen.</source>
      <translation>Kein Ticket gewählt.</translation>
    </message>
    <message>
      <source>No ticket got its first reply in these {days} days. Approve a draft, or reply by hand.</source>
      <translation>Kein Ticket bekam in diesen {days} Tagen seine erste Antwort. Geben Sie einen Entwurf frei, oder antworten Sie von Hand.</translation>
    </message>
    <message>
      <source>No ticket has a draft yet; bring some tickets in first.</source>
      <translation>Noch kein Ticket hat einen Entwurf; nehmen Sie erst Tickets auf.</translation>
    </message>
    <message>
      <source>No ticket has these words. Fewer words, or the beginning of one, find more.</source>
      <translation>Kein Ticket hat diese Wörter. Weniger Wörter, oder der Anfang eines Wortes, finden mehr.</translation>
    </message>
    <message>
      <source>No ticket is in this view now.</source>
      <translation>In dieser Ansicht ist jetzt kein Ticket.</translation>
    </message>
    <message>
      <source>No ticket waits for us</source>
      <translation>Kein Ticket wartet auf uns</translation>
    </message>
    <message>
      <source>No ticket was answered yet. Answered tickets like this one will be shown here.</source>
      <translation>Noch wurde kein Ticket beantwortet. Beantwortete Tickets wie dieses erscheinen hier.</translation>
    </message>
    <message>
      <source>No tickets yet</source>
      <translation>Noch keine Tickets</translation>
    </message>
    <message>
      <source>No tickets yet. The tour can bring in articles and tickets of an invented shop; nothing of it is sent anywhere.</source>
      <translation>Noch ist kein Ticket da. Der Rundgang kann Artikel und Tickets eines erfundenen Ladens mitbringen; nichts davon wird irgendwohin gesendet.</translation>
    </message>
    <message>
      <source>No topic</source>
      <translation>Kein Thema</translation>
    </message>
    <message>
      <source>No words changed</source>
      <translation>Keine Wörter geändert</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Niemand</translation>
    </message>
    <message>
      <source>Nobody else has this draft open any more: it is yours.</source>
      <translation>Niemand sonst hat diesen Entwurf noch offen: Er gehört Ihnen.</translation>
    </message>
    <message>
      <source>Nobody had to be told apart: the answers stand beside the questions.</source>
      <translation>Niemand musste unterschieden werden: Die Antworten stehen neben den Fragen.</translation>
    </message>
    <message>
      <source>Nobody has judged a draft for such a question yet</source>
      <translation>Noch hat niemand einen Entwurf zu so einer Frage beurteilt</translation>
    </message>
    <message>
      <source>Nobody has judged a draft from the cited article yet</source>
      <translation>Noch hat niemand einen Entwurf aus dem zitierten Artikel beurteilt</translation>
    </message>
    <message>
      <source>Nobody knows how many of these answers are wrong. There is no certificate, or it is not used: a fixed line of {0} decides alone. Rules that hold an answer back, limits, checks by lot and the stop work as ever, and the window says that sending is not proven.</source>
      <translation>Niemand weiß, wie viele dieser Antworten falsch sind. Es gibt kein Zertifikat, oder es wird nicht benutzt: Eine feste Grenze von {0} entscheidet allein. Regeln, die eine Antwort zurückhalten, Obergrenzen, ausgeloste Prüfungen und der Stopp wirken wie immer, und das Fenster sagt, dass der Versand nicht nachgewiesen ist.</translation>
    </message>
    <message>
      <source>Nobody looked at it since {last}. Correct it, or say that it still holds.</source>
      <translation>Seit {last} hat niemand danach gesehen. Berichtigen Sie ihn, oder sagen Sie, dass er noch gilt.</translation>
    </message>
    <message>
      <source>Nobody said that; found with: {words}</source>
      <translation>Das sagte niemand; gefunden mit: {words}</translation>
    </message>
    <message>
      <source>Nobody was asked yet.</source>
      <translation>Noch wurde niemand gefragt.</translation>
    </message>
    <message>
      <source>Nobody’s</source>
      <translation>Frei</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>None accepted yet</source>
      <translation>Noch keiner übernommen</translation>
    </message>
    <message>
      <source>None dismissed</source>
      <translation>Keiner verworfen</translation>
    </message>
    <message>
      <source>None here</source>
      <translation>Keine hier</translation>
    </message>
    <message>
      <source>None left</source>
      <translation>Keine übrig</translation>
    </message>
    <message>
      <source>None of the signs by itself tells right from wrong here.</source>
      <translation>Keines der Zeichen allein unterscheidet hier richtig von falsch.</translation>
    </message>
    <message>
      <source>None of {compared} answered tickets is like this one.</source>
      <translation>Keines der {compared} beantworteten Tickets gleicht diesem.</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <translation>Ist kein Ordner</translation>
    </message>
    <message>
      <source>Not accepted</source>
      <translation>Nicht angenommen</translation>
    </message>
    <message>
      <source>Not allowed to write</source>
      <translation>Schreiben nicht erlaubt</translation>
    </message>
    <message>
      <source>Not an article yet</source>
      <translation>Noch kein Artikel</translation>
    </message>
    <message>
      <source>Not calm</source>
      <translation>Nicht ruhig</translation>
    </message>
    <message>
      <source>Not done after all: {text}</source>
      <translation>Doch nicht erledigt: {text}</translation>
    </message>
    <message>
      <source>Not every question is answered</source>
      <translation>Nicht jede Frage ist beantwortet</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>Nicht gefunden</translation>
    </message>
    <message>
      <source>Not found in the nearest articles: {0}.</source>
      <translation>In den nächsten Artikeln nicht gefunden: {0}.</translation>
    </message>
    <message>
      <source>Not in use</source>
      <translation>Ungenutzt</translation>
    </message>
    <message>
      <source>Not measured yet. Timed: {alone_count} without a draft, {helped_count} with one; at least {needed} of each are needed. Answer some tickets here while the clock runs.</source>
      <translation>Noch nicht gemessen. Gemessen: {alone_count} ohne Entwurf, {helped_count} mit; je mindestens {needed} sind nötig. Beantworten Sie hier einige Tickets, während die Uhr läuft.</translation>
    </message>
    <message>
      <source>Not noted</source>
      <translation>Nicht vermerkt</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Nicht jetzt</translation>
    </message>
    <message>
      <source>Not possible any more</source>
      <translation>Nicht mehr möglich</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Nicht gespeichert</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
      <source>Not saved yet: your edit of “{unsaved}”. It is kept; its article offers it.</source>
      <translation>Noch nicht gespeichert: Ihre Bearbeitung von „{unsaved}“. Sie ist aufgehoben; der Artikel bietet sie an.</translation>
    </message>
    <message>
      <source>Not saved yet; the article changed meanwhile, saving shows how</source>
      <translation>Noch nicht gespeichert; der Artikel wurde inzwischen geändert, das Speichern zeigt wie</translation>
    </message>
    <message>
      <source>Not saved. {title}: {sentence}</source>
      <translation>Nicht gespeichert. {title}: {sentence}</translation>
    </message>
    <message>
      <source>Not saved: the text could not be read as an article. The line is marked.</source>
      <translation>Nicht gespeichert: Der Text ist nicht als Artikel lesbar. Die Zeile ist markiert.</translation>
    </message>
    <message>
      <source>Not sent</source>
      <translation>Nicht gesendet</translation>
    </message>
    <message>
      <source>Not set</source>
      <translation>Nicht gesetzt</translation>
    </message>
    <message>
      <source>Not supported</source>
      <translation>Nicht belegt</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>Nicht dasselbe</translation>
    </message>
    <message>
      <source>Not the same matter as</source>
      <translation>Nicht dieselbe Sache wie</translation>
    </message>
    <message>
      <source>Not the same matter: do not ask again</source>
      <translation>Nicht dieselbe Sache: nicht wieder fragen</translation>
    </message>
    <message>
      <source>Not to be followed up any more</source>
      <translation>Nicht mehr nachzufassen</translation>
    </message>
    <message>
      <source>Not with {words} either.</source>
      <translation>Auch nicht mit {words}.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Note about {name}</source>
      <translation>Notiz zu {name}</translation>
    </message>
    <message>
      <source>Note begun</source>
      <translation>Notiz begonnen</translation>
    </message>
    <message>
      <source>Notes that name an agent</source>
      <translation>Notizen, die einen Agenten nennen</translation>
    </message>
    <message>
      <source>Nothing answers at {host}</source>
      <translation>Unter {host} antwortet nichts</translation>
    </message>
    <message>
      <source>Nothing answers at {host}, and Ollama is not installed on this computer. Install it, or leave it: everything else works.</source>
      <translation>Unter {host} antwortet nichts, und Ollama ist auf diesem Rechner nicht installiert. Installieren Sie es, oder lassen Sie es: Alles andere geht.</translation>
    </message>
    <message>
      <source>Nothing answers “{0}”.</source>
      <translation>Nichts beantwortet „{0}“.</translation>
    </message>
    <message>
      <source>Nothing came in and nothing left yet.</source>
      <translation>Noch ist nichts eingegangen und nichts hinausgegangen.</translation>
    </message>
    <message>
      <source>Nothing can be signed yet</source>
      <translation>Noch kann nichts unterschrieben werden</translation>
    </message>
    <message>
      <source>Nothing changed yet</source>
      <translation>Noch nichts geändert</translation>
    </message>
    <message>
      <source>Nothing could be put back.</source>
      <translation>Nichts konnte zurückgebracht werden.</translation>
    </message>
    <message>
      <source>Nothing fits that.</source>
      <translation>Dazu passt nichts.</translation>
    </message>
    <message>
      <source>Nothing fits. Fewer letters find more.</source>
      <translation>Nichts passt. Weniger Buchstaben finden mehr.</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <source>Nothing found here</source>
      <translation>Hier nichts gefunden</translation>
    </message>
    <message>
      <source>Nothing had been said on this ticket yet.</source>
      <translation>Zu diesem Ticket war noch nichts gesagt.</translation>
    </message>
    <message>
      <source>Nothing happened for more than thirty days; &lt;2h: within two hours</source>
      <translation>Seit mehr als dreißig Tagen geschah nichts; &lt;2h: binnen zwei Stunden</translation>
    </message>
    <message>
      <source>Nothing has been written here yet.</source>
      <translation>Hier wurde noch nichts geschrieben.</translation>
    </message>
    <message>
      <source>Nothing has left by itself yet.</source>
      <translation>Bisher ging nichts von selbst hinaus.</translation>
    </message>
    <message>
      <source>Nothing in the knowledge base answers this</source>
      <translation>Nichts in der Wissensbasis beantwortet das</translation>
    </message>
    <message>
      <source>Nothing in the knowledge base answers this.</source>
      <translation>Nichts in der Wissensbasis beantwortet das.</translation>
    </message>
    <message>
      <source>Nothing is being proven while there is no goal.</source>
      <translation>Ohne Ziel wird nichts nachgewiesen.</translation>
    </message>
    <message>
      <source>Nothing is left to embed: the switch is quick.</source>
      <translation>Nichts bleibt einzubetten: Der Wechsel geht schnell.</translation>
    </message>
    <message>
      <source>Nothing is left to embed; the articles are cut anew, {duration} on this machine.</source>
      <translation>Nichts bleibt einzubetten; die Artikel werden neu zerlegt, {duration} auf diesem Rechner.</translation>
    </message>
    <message>
      <source>Nothing is left to undo with this key. The history takes back what was changed, the outbox what waits.</source>
      <translation>Mit dieser Taste ist nichts mehr rückgängig zu machen. Der Verlauf nimmt Änderungen zurück, der Postausgang, was noch wartet.</translation>
    </message>
    <message>
      <source>Nothing is remembered.</source>
      <translation>Es ist nichts gemerkt.</translation>
    </message>
    <message>
      <source>Nothing leaves by itself any more.</source>
      <translation>Nichts geht mehr von selbst hinaus.</translation>
    </message>
    <message>
      <source>Nothing leaves by itself any more. {went_back}</source>
      <translation>Nichts geht mehr von selbst hinaus. {went_back}</translation>
    </message>
    <message>
      <source>Nothing leaves by itself until an admin allows it again: {reasons}.</source>
      <translation>Nichts geht von selbst hinaus, bis es wieder erlaubt wird: {reasons}.</translation>
    </message>
    <message>
      <source>Nothing leaves by itself: {why}. {signed_by}</source>
      <translation>Nichts geht von selbst hinaus: {why}. {signed_by}</translation>
    </message>
    <message>
      <source>Nothing stands on it</source>
      <translation>Nichts stützt sich darauf</translation>
    </message>
    <message>
      <source>Nothing to mend</source>
      <translation>Nichts zu verbessern</translation>
    </message>
    <message>
      <source>Nothing to review</source>
      <translation>Nichts zu prüfen</translation>
    </message>
    <message>
      <source>Nothing to send</source>
      <translation>Nichts zu senden</translation>
    </message>
    <message>
      <source>Nothing to show: {why_not}.</source>
      <translation>Nichts zu zeigen: {why_not}.</translation>
    </message>
    <message>
      <source>Nothing was changed on this ticket yet.</source>
      <translation>An diesem Ticket wurde noch nichts geändert.</translation>
    </message>
    <message>
      <source>Nothing was changed. {title}: {sentence}</source>
      <translation>Nichts wurde geändert. {title}: {sentence}</translation>
    </message>
    <message>
      <source>Nothing was changed: {reason}.</source>
      <translation>Nichts wurde geändert: {reason}.</translation>
    </message>
    <message>
      <source>Nothing was drawn and scored yet, so nothing can be said about it.</source>
      <translation>Noch wurde nichts ausgelost und bewertet, also lässt sich nichts sagen.</translation>
    </message>
    <message>
      <source>Nothing was on its way.</source>
      <translation>Nichts war unterwegs.</translation>
    </message>
    <message>
      <source>Nothing was said on this ticket yet.</source>
      <translation>Zu diesem Ticket wurde noch nichts gesagt.</translation>
    </message>
    <message>
      <source>Nothing was saved: {path} is not what you started from. Below, + and − show what your text would change in the file as it is now ({totals}).</source>
      <translation>Nichts wurde gespeichert: {path} ist nicht mehr, wovon Sie ausgingen. Unten zeigen + und −, was Ihr Text an der jetzigen Datei ändern würde ({totals}).</translation>
    </message>
    <message>
      <source>Nothing was signed yet.</source>
      <translation>Noch wurde nichts unterschrieben.</translation>
    </message>
    <message>
      <source>Nothing would have been sent so far.</source>
      <translation>Bisher wäre nichts gesendet worden.</translation>
    </message>
    <message>
      <source>Nothing yet: the reply is as it was drafted.</source>
      <translation>Noch nichts: Die Antwort ist so, wie sie entworfen wurde.</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Benachrichtigungen</translation>
    </message>
    <message>
      <source>Nowhere do {decided} judged drafts speak against the score. {off}</source>
      <translation>Nirgends sprechen {decided} beurteilte Entwürfe gegen den Wert. {off}</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number of the other ticket</source>
      <translation>Nummer des anderen Tickets</translation>
    </message>
    <message>
      <source>Of answers{0} sent automatically at most {1} are wrong ({2} confidence).</source>
      <translation>Von den selbst gesendeten Antworten{0} sind höchstens {1} falsch (Sicherheit {2}).</translation>
    </message>
    <message>
      <source>Of the answers that could go out by themselves, this share goes to a person all the same, drawn by lot: it is how the desk knows that they are still right. More are drawn at first, and all of them until something is proven.</source>
      <translation>Von den Antworten, die von selbst hinausgehen könnten, geht dieser Anteil trotzdem an einen Menschen, ausgelost: Daran erkennt der Helpdesk, dass sie noch richtig sind. Anfangs werden mehr ausgelost, und alle, bis etwas nachgewiesen ist.</translation>
    </message>
    <message>
      <source>Of the window, its numbers and its dates; customers are answered in theirs. Used when the window is opened next.</source>
      <translation>Sprache des Fensters, seiner Zahlen und Datumsangaben; Kunden wird in ihrer Sprache geantwortet. Gilt, wenn das Fenster das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
      <source>Of {decided} drafts people decided on, {share} went out without an edit; the true share is most likely between {low} and {high}.</source>
      <translation>Von {decided} Entwürfen, über die Menschen entschieden, gingen {share} unbearbeitet hinaus; der wahre Anteil liegt am ehesten zwischen {low} und {high}.</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <source>Off. {went_back}</source>
      <translation>Aus. {went_back}</translation>
    </message>
    <message>
      <source>Old tickets</source>
      <translation>Alte Tickets</translation>
    </message>
    <message>
      <source>Old tickets ({what})</source>
      <translation>Alte Tickets ({what})</translation>
    </message>
    <message>
      <source>On</source>
      <translation>An</translation>
    </message>
    <message>
      <source>On Monday, {day}, at {time}</source>
      <translation>Am Montag, {day}, um {time}</translation>
    </message>
    <message>
      <source>On an occasion, for tickets that fit, the desk does what you say, and each run can be taken back. Nothing a rule does is sent: it may ask for a draft, which a person reads.</source>
      <translation>Zu einem Anlass tut der Helpdesk bei passenden Tickets, was Sie sagen, und jeder Lauf lässt sich zurücknehmen. Nichts, was eine Regel tut, wird gesendet: Sie kann um einen Entwurf bitten, den ein Mensch liest.</translation>
    </message>
    <message numerus="yes">
      <source>On average score and truth are {n} points apart.</source>
      <translation>
        <numerusform>Im Mittel liegen Wert und Wahrheit {n} Punkt auseinander.</numerusform>
        <numerusform>Im Mittel liegen Wert und Wahrheit {n} Punkte auseinander.</numerusform>
      </translation>
    </message>
    <message>
      <source>On battery, or while the computer is busy, a model writes only drafts that somebody waits for.</source>
      <translation>Im Akkubetrieb, oder solange der Rechner beschäftigt ist, schreibt ein Modell nur Entwürfe, auf die jemand wartet.</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>On without proof</source>
      <translation>An, ohne Nachweis</translation>
    </message>
    <message>
      <source>One article stands out</source>
      <translation>Ein Artikel ragt heraus</translation>
    </message>
    <message>
      <source>One file with the database and the settings, read again and checked before it counts. It is not encrypted.</source>
      <translation>Eine Datei mit Datenbank und Einstellungen, noch einmal gelesen und geprüft, bevor sie zählt. Sie ist nicht verschlüsselt.</translation>
    </message>
    <message>
      <source>One of the list</source>
      <translation>Eines aus der Liste</translation>
    </message>
    <message>
      <source>One row a ticket, as many as there are. Questions and replies are whole texts of customers and agents: with personal data in them, take them along only where they may go.</source>
      <translation>Eine Zeile je Ticket, so viele es gibt. Fragen und Antworten sind ganze Texte von Kunden und Agenten: Enthalten sie Persönliches, nehmen Sie sie nur dorthin mit, wo sie hindürfen.</translation>
    </message>
    <message>
      <source>Only a model can follow “{hint}”, and none wrote this: it was only searched with. Change the text yourself, or draft again once a model is there.</source>
      <translation>„{hint}“ kann nur ein Modell befolgen, und keines schrieb dies: Damit wurde nur gesucht. Ändern Sie den Text selbst, oder lassen Sie neu entwerfen, sobald ein Modell da ist.</translation>
    </message>
    <message>
      <source>Only about</source>
      <translation>Nur zu</translation>
    </message>
    <message>
      <source>Only about these topics</source>
      <translation>Nur zu diesen Themen</translation>
    </message>
    <message>
      <source>Only articles that are not stale</source>
      <translation>Nur Artikel, die nicht veraltet sind</translation>
    </message>
    <message>
      <source>Only drafts drawn by lot are counted.</source>
      <translation>Gezählt werden nur ausgeloste Entwürfe.</translation>
    </message>
    <message>
      <source>Only drafts drawn by lot since {day} are counted, as for the proof.</source>
      <translation>Gezählt werden nur seit dem {day} ausgeloste Entwürfe, wie für den Nachweis.</translation>
    </message>
    <message>
      <source>Only its beginning is shown; the original has all of it.</source>
      <translation>Nur der Anfang wird gezeigt; das Original hat alles.</translation>
    </message>
    <message>
      <source>Only models that run elsewhere</source>
      <translation>Nur Modelle, die anderswo laufen</translation>
    </message>
    <message>
      <source>Only the words of this message were kept: it was written here, or came before originals were kept.</source>
      <translation>Nur die Worte dieser Nachricht sind aufgehoben: Sie wurde hier geschrieben, oder kam, bevor Originale aufgehoben wurden.</translation>
    </message>
    <message>
      <source>Only urgent and high priority</source>
      <translation>Nur dringende und hohe Priorität</translation>
    </message>
    <message>
      <source>Only what came in the last 24 hours</source>
      <translation>Nur, was in den letzten 24 Stunden kam</translation>
    </message>
    <message>
      <source>Only what is assigned to me</source>
      <translation>Nur, was mir zugewiesen ist</translation>
    </message>
    <message>
      <source>Only what is assigned to nobody</source>
      <translation>Nur, was niemandem zugewiesen ist</translation>
    </message>
    <message>
      <source>Only what is overdue or soon will be</source>
      <translation>Nur, was überfällig ist oder es bald wird</translation>
    </message>
    <message>
      <source>Only where the customer waits</source>
      <translation>Nur, wo der Kunde wartet</translation>
    </message>
    <message>
      <source>Only whole addresses that begin with http or https are opened. It can be copied as text.</source>
      <translation>Nur ganze Adressen, die mit http oder https beginnen, werden geöffnet. Sie lässt sich als Text kopieren.</translation>
    </message>
    <message>
      <source>Only with a draft to review</source>
      <translation>Nur mit einem Entwurf zur Prüfung</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Open #{ticket}</source>
      <translation>#{ticket} öffnen</translation>
    </message>
    <message>
      <source>Open Helpdesk</source>
      <translation>Helpdesk öffnen</translation>
    </message>
    <message>
      <source>Open Knowledge</source>
      <translation>Wissen öffnen</translation>
    </message>
    <message>
      <source>Open Preferences</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <source>Open Sending</source>
      <translation>Versand öffnen</translation>
    </message>
    <message>
      <source>Open hours</source>
      <translation>Öffnungszeiten</translation>
    </message>
    <message>
      <source>Open hours on {day}</source>
      <translation>Öffnungszeiten am {day}</translation>
    </message>
    <message>
      <source>Open hours {name} changed</source>
      <translation>Öffnungszeiten {name} geändert</translation>
    </message>
    <message>
      <source>Open hours {name} removed</source>
      <translation>Öffnungszeiten {name} entfernt</translation>
    </message>
    <message>
      <source>Open in a window of its own</source>
      <translation>In einem eigenen Fenster öffnen</translation>
    </message>
    <message>
      <source>Open in review</source>
      <translation>Zur Prüfung</translation>
    </message>
    <message>
      <source>Open in the browser</source>
      <translation>Im Browser öffnen</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open it again</source>
      <translation>Wieder öffnen</translation>
    </message>
    <message>
      <source>Open source 1 … 9</source>
      <translation>Quelle 1 … 9 öffnen</translation>
    </message>
    <message>
      <source>Open source {count}</source>
      <translation>Quelle {count} öffnen</translation>
    </message>
    <message>
      <source>Open source {count} ({key})</source>
      <translation>Quelle {count} öffnen ({key})</translation>
    </message>
    <message>
      <source>Open source {count}: {trail}</source>
      <translation>Quelle {count} öffnen: {trail}</translation>
    </message>
    <message>
      <source>Open the article</source>
      <translation>Artikel öffnen</translation>
    </message>
    <message>
      <source>Open the article {trail}</source>
      <translation>Artikel öffnen: {trail}</translation>
    </message>
    <message>
      <source>Open the inbox</source>
      <translation>Eingang öffnen</translation>
    </message>
    <message>
      <source>Open the next ticket</source>
      <translation>Nächstes Ticket öffnen</translation>
    </message>
    <message>
      <source>Open the outbox</source>
      <translation>Postausgang öffnen</translation>
    </message>
    <message>
      <source>Open the ticket</source>
      <translation>Ticket öffnen</translation>
    </message>
    <message>
      <source>Open the ticket of the chosen answer</source>
      <translation>Ticket der gewählten Antwort öffnen</translation>
    </message>
    <message>
      <source>Open the ticket of this reply</source>
      <translation>Das Ticket dieser Antwort öffnen</translation>
    </message>
    <message>
      <source>Open the ticket that looks like the same matter</source>
      <translation>Das Ticket öffnen, das nach derselben Sache aussieht</translation>
    </message>
    <message>
      <source>Open this link?</source>
      <translation>Diesen Verweis öffnen?</translation>
    </message>
    <message>
      <source>Open ticket</source>
      <translation>Ticket öffnen</translation>
    </message>
    <message>
      <source>Open ticket {number}</source>
      <translation>Ticket {number} öffnen</translation>
    </message>
    <message>
      <source>Open ticket {ticket_id}, {subject}, {alike}</source>
      <translation>Ticket {ticket_id} öffnen, {subject}, {alike}</translation>
    </message>
    <message>
      <source>Open tickets</source>
      <translation>Offene Tickets</translation>
    </message>
    <message>
      <source>Open what was told last</source>
      <translation>Zuletzt Gemeldetes öffnen</translation>
    </message>
    <message>
      <source>Opening it starts a program</source>
      <translation>Das Öffnen startet ein Programm</translation>
    </message>
    <message>
      <source>Opening the desk…</source>
      <translation>Der Helpdesk wird geöffnet …</translation>
    </message>
    <message>
      <source>Opening the queue…</source>
      <translation>Die Prüfliste wird geöffnet …</translation>
    </message>
    <message>
      <source>Operation not permitted</source>
      <translation>Nicht erlaubt</translation>
    </message>
    <message>
      <source>Optional: mention the refund form</source>
      <translation>Freiwillig: Rückgabeformular erwähnen</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <source>Ordering line</source>
      <translation>Ordnungslinie</translation>
    </message>
    <message>
      <source>Ordinary</source>
      <translation>Gewöhnlich</translation>
    </message>
    <message>
      <source>Original message</source>
      <translation>Originalnachricht</translation>
    </message>
    <message>
      <source>Our addresses or domain</source>
      <translation>Unsere Adressen oder Domain</translation>
    </message>
    <message>
      <source>Our addresses or domain, like acme.example; guessed when empty</source>
      <translation>Unsere Adressen oder Domain, etwa acme.example; leer wird geraten</translation>
    </message>
    <message>
      <source>Outbox</source>
      <translation>Postausgang</translation>
    </message>
    <message>
      <source>Outbox folder</source>
      <translation>Ausgangsordner</translation>
    </message>
    <message>
      <source>Outbox · {n} not sent</source>
      <translation>Postausgang · {n} nicht gesendet</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>Überfällig</translation>
    </message>
    <message>
      <source>Overdue, soon, snoozed, unassigned, mine, waiting, unsolved</source>
      <translation>überfällig, bald-fällig, zurückgestellt, nicht-zugewiesen, meine, wartend, ungelöst</translation>
    </message>
    <message>
      <source>Own share that may be wrong</source>
      <translation>Eigener Anteil, der falsch sein darf</translation>
    </message>
    <message>
      <source>Packed: nobody has looked inside</source>
      <translation>Gepackt: Niemand hat hineingesehen</translation>
    </message>
    <message>
      <source>Page down</source>
      <translation>Seite nach unten</translation>
    </message>
    <message>
      <source>Page up</source>
      <translation>Seite nach oben</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>Pages of the manual</source>
      <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
      <source>Part of Insights</source>
      <translation>Teil der Auswertung</translation>
    </message>
    <message>
      <source>Part of the proposal</source>
      <translation>Teil des Vorschlags</translation>
    </message>
    <message>
      <source>Passage behind the sentence</source>
      <translation>Textstelle hinter dem Satz</translation>
    </message>
    <message>
      <source>Passages</source>
      <translation>Textstellen</translation>
    </message>
    <message>
      <source>Passages cut by {chunker}, found by {embedder}, scored by {scorer}</source>
      <translation>Textstellen zerlegt von {chunker}, gefunden von {embedder}, bewertet von {scorer}</translation>
    </message>
    <message>
      <source>Passages per draft</source>
      <translation>Textstellen je Entwurf</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Pause this job</source>
      <translation>Diesen Auftrag anhalten</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Paused by an alarm</source>
      <translation>Durch einen Alarm angehalten</translation>
    </message>
    <message>
      <source>Paused. The list of import runs offers to go on.</source>
      <translation>Angehalten. Die Liste der Importläufe bietet an, weiterzumachen.</translation>
    </message>
    <message>
      <source>Pausing…</source>
      <translation>Wird angehalten …</translation>
    </message>
    <message>
      <source>Pending</source>
      <translation>Wartend</translation>
    </message>
    <message>
      <source>People sent another fact than this article has. Only the difference is put in.</source>
      <translation>Menschen haben etwas anderes gesendet, als in diesem Artikel steht. Nur der Unterschied wird eingesetzt.</translation>
    </message>
    <message>
      <source>Percent of the size the system asks for. Columns take their new width when the window is opened next.</source>
      <translation>Prozent der Größe, die das System vorgibt. Spalten bekommen ihre neue Breite, wenn das Fenster das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
      <source>Perhaps left</source>
      <translation>Vielleicht hinausgegangen</translation>
    </message>
    <message>
      <source>Perhaps sent</source>
      <translation>Vielleicht gesendet</translation>
    </message>
    <message>
      <source>Perhaps the same: {person}</source>
      <translation>Vielleicht dieselbe: {person}</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>Zugriff verweigert</translation>
    </message>
    <message>
      <source>Personal data was hidden</source>
      <translation>Personenbezogene Daten wurden verborgen</translation>
    </message>
    <message>
      <source>Picture {name}</source>
      <translation>Bild {name}</translation>
    </message>
    <message>
      <source>Pictures (*.png)</source>
      <translation>Bilder (*.png)</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Orte</translation>
    </message>
    <message>
      <source>Plain text, or as it was laid out</source>
      <translation>Einfacher Text, oder wie gestaltet</translation>
    </message>
    <message>
      <source>Please confirm</source>
      <translation>Bitte bestätigen</translation>
    </message>
    <message>
      <source>Please fill in: {fields}.</source>
      <translation>Bitte ausfüllen: {fields}.</translation>
    </message>
    <message>
      <source>Plot</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Point at a value, or press the arrow keys, to read it. T shows the table.</source>
      <translation>Zeigen Sie auf einen Wert, oder drücken Sie die Pfeiltasten, um ihn zu lesen. T zeigt die Tabelle.</translation>
    </message>
    <message>
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
    </message>
    <message>
      <source>Power</source>
      <translation>Kraft</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Preparing new passages</source>
      <translation>Neue Textstellen werden vorbereitet</translation>
    </message>
    <message>
      <source>Preview of this article</source>
      <translation>Vorschau dieses Artikels</translation>
    </message>
    <message>
      <source>Previous draft</source>
      <translation>Voriger Entwurf</translation>
    </message>
    <message>
      <source>Previous in the list</source>
      <translation>Voriger in der Liste</translation>
    </message>
    <message>
      <source>Previous message</source>
      <translation>Vorige Nachricht</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>Vorige Seite</translation>
    </message>
    <message>
      <source>Previous section</source>
      <translation>Voriger Abschnitt</translation>
    </message>
    <message>
      <source>Previous tab</source>
      <translation>Voriger Reiter</translation>
    </message>
    <message>
      <source>Previous ticket</source>
      <translation>Voriges Ticket</translation>
    </message>
    <message>
      <source>Print the ticket</source>
      <translation>Ticket drucken</translation>
    </message>
    <message>
      <source>Print, or save as PDF</source>
      <translation>Drucken oder als PDF speichern</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Drucken …</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Priorität</translation>
    </message>
    <message>
      <source>Priority changed</source>
      <translation>Priorität geändert</translation>
    </message>
    <message>
      <source>Priority of the ticket</source>
      <translation>Priorität des Tickets</translation>
    </message>
    <message>
      <source>Priority stays</source>
      <translation>Priorität bleibt</translation>
    </message>
    <message>
      <source>Priority the ticket gets</source>
      <translation>Priorität, die das Ticket bekommt</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Datenschutz</translation>
    </message>
    <message>
      <source>Privacy and safety</source>
      <translation>Datenschutz und Sicherheit</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Promised on this ticket</source>
      <translation>Für dieses Ticket zugesagt</translation>
    </message>
    <message>
      <source>Promises kept</source>
      <translation>Gehaltene Zusagen</translation>
    </message>
    <message>
      <source>Promises that began in these days and were kept, missed or are overdue. Lines: where the true share most likely is (exact, 90% confidence). The table also has the time in the middle: half took less, all hours counted.</source>
      <translation>Zusagen, die in diesen Tagen begannen und gehalten oder verfehlt wurden oder überfällig sind. Linien: wo der wahre Anteil am wahrscheinlichsten liegt (exakt, 90 % Sicherheit). Die Tabelle hat auch die mittlere Zeit: die Hälfte dauerte weniger, alle Stunden gezählt.</translation>
    </message>
    <message>
      <source>Proposals</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>Propose again</source>
      <translation>Wieder vorschlagen</translation>
    </message>
    <message>
      <source>Proposed text</source>
      <translation>Vorgeschlagener Text</translation>
    </message>
    <message>
      <source>Proven answers leave by themselves. {signed_by}</source>
      <translation>Nachgewiesene Antworten gehen von selbst hinaus. {signed_by}</translation>
    </message>
    <message>
      <source>Proven: at most {alpha} wrong from a score of {cut} on.</source>
      <translation>Nachgewiesen: höchstens {alpha} falsch ab einem Wert von {cut}.</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>Öffentlich</translation>
    </message>
    <message>
      <source>Public reply</source>
      <translation>Öffentliche Antwort</translation>
    </message>
    <message>
      <source>Pull</source>
      <translation>Holen</translation>
    </message>
    <message>
      <source>Pull a model</source>
      <translation>Modell holen</translation>
    </message>
    <message>
      <source>Pull again</source>
      <translation>Weiter holen</translation>
    </message>
    <message>
      <source>Put a macro into the reply</source>
      <translation>Einen Textbaustein in die Antwort einsetzen</translation>
    </message>
    <message>
      <source>Put conditions together</source>
      <translation>Bedingungen zusammenstellen</translation>
    </message>
    <message>
      <source>Put in a macro</source>
      <translation>Textbaustein einsetzen</translation>
    </message>
    <message>
      <source>Put in an answer of the knowledge base</source>
      <translation>Eine Antwort der Wissensbasis einsetzen</translation>
    </message>
    <message>
      <source>Put in, it also changes the ticket</source>
      <translation>Eingesetzt, ändert er auch das Ticket</translation>
    </message>
    <message>
      <source>Put into the lists</source>
      <translation>In die Listen setzen</translation>
    </message>
    <message>
      <source>Put it back</source>
      <translation>Zurücklegen</translation>
    </message>
    <message>
      <source>Put it into the knowledge base</source>
      <translation>In die Wissensbasis übernehmen</translation>
    </message>
    <message>
      <source>Put the chosen version in force again</source>
      <translation>Die gewählte Fassung wieder in Kraft setzen</translation>
    </message>
    <message>
      <source>Put the signature under the reply</source>
      <translation>Signatur unter die Antwort setzen</translation>
    </message>
    <message>
      <source>Put the views in another order</source>
      <translation>Ansichten anders ordnen</translation>
    </message>
    <message>
      <source>Put this version back into the editor</source>
      <translation>Diese Fassung in den Editor zurücklegen</translation>
    </message>
    <message>
      <source>Put under every reply; empty uses your name and company.</source>
      <translation>Steht unter jeder Antwort; leer stehen dort Ihr Name und Ihre Firma.</translation>
    </message>
    <message>
      <source>Puts one line under replies until the customer has answered it once, or sends a mail of its own when a ticket was solved, one a ticket: a number from 1 to 5, by mail. The customer's answer opens no ticket.</source>
      <translation>Setzt eine Zeile unter Antworten, bis der Kunde einmal darauf geantwortet hat, oder schickt nach dem Lösen eines Tickets eine eigene Mail, eine je Ticket: eine Zahl von 1 bis 5, per Mail. Die Antwort des Kunden öffnet kein Ticket.</translation>
    </message>
    <message>
      <source>Quick filters</source>
      <translation>Schnellfilter</translation>
    </message>
    <message>
      <source>Quit Helpdesk</source>
      <translation>Helpdesk beenden</translation>
    </message>
    <message>
      <source>Quotations</source>
      <translation>Zitate</translation>
    </message>
    <message>
      <source>Quotations only</source>
      <translation>Nur Zitate</translation>
    </message>
    <message>
      <source>Quoted from the knowledge base; no model was told anything.</source>
      <translation>Aus der Wissensbasis zitiert; kein Modell hat etwas erfahren.</translation>
    </message>
    <message>
      <source>Quoted from the knowledge base; no model wrote it.</source>
      <translation>Aus der Wissensbasis zitiert; kein Modell hat es geschrieben.</translation>
    </message>
    <message>
      <source>Quoted while the model was away; written anew when the model is back and nobody has it open. “Draft again” does it now.</source>
      <translation>Zitiert, während das Modell nicht erreichbar war; der Entwurf wird neu geschrieben, sobald das Modell wieder da ist und niemand ihn offen hat. „Neu entwerfen“ tut es jetzt.</translation>
    </message>
    <message>
      <source>Rated {stars} of {best} on {day}</source>
      <translation>Am {day} mit {stars} von {best} bewertet</translation>
    </message>
    <message>
      <source>Rating</source>
      <translation>Bewertung</translation>
    </message>
    <message>
      <source>Ratings</source>
      <translation>Bewertungen</translation>
    </message>
    <message>
      <source>Ratings of the last 30 days</source>
      <translation>Bewertungen der letzten 30 Tage</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Read it again</source>
      <translation>Noch einmal lesen</translation>
    </message>
    <message>
      <source>Read the article</source>
      <translation>Artikel lesen</translation>
    </message>
    <message>
      <source>Read the file in, keep my text</source>
      <translation>Datei einlesen, meinen Text behalten</translation>
    </message>
    <message>
      <source>Read this before it goes out</source>
      <translation>Lesen Sie das, bevor es hinausgeht</translation>
    </message>
    <message>
      <source>Read what is proven and turn sending on</source>
      <translation>Lesen, was nachgewiesen ist, und den Versand einschalten</translation>
    </message>
    <message>
      <source>Read, not yet searchable</source>
      <translation>Gelesen, noch nicht suchbar</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>Laufwerk ist schreibgeschützt</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>Wird gelesen</translation>
    </message>
    <message>
      <source>Reading the samples…</source>
      <translation>Beispiele werden gelesen …</translation>
    </message>
    <message>
      <source>Reading the samples… {share}</source>
      <translation>Beispiele werden gelesen … {share}</translation>
    </message>
    <message>
      <source>Reading tickets</source>
      <translation>Tickets werden gelesen</translation>
    </message>
    <message>
      <source>Reading {name}</source>
      <translation>{name} wird gelesen</translation>
    </message>
    <message numerus="yes">
      <source>Reading {n} files</source>
      <translation>
        <numerusform>{n} Datei wird gelesen</numerusform>
        <numerusform>{n} Dateien werden gelesen</numerusform>
      </translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Bereit</translation>
    </message>
    <message>
      <source>Ready to draft</source>
      <translation>Bereit zum Entwerfen</translation>
    </message>
    <message>
      <source>Really forget all {count}?</source>
      <translation>Wirklich alle {count} vergessen?</translation>
    </message>
    <message>
      <source>Rebuild</source>
      <translation>Neu aufbauen</translation>
    </message>
    <message>
      <source>Rebuild now</source>
      <translation>Jetzt neu aufbauen</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>Eingegangen</translation>
    </message>
    <message>
      <source>Received today</source>
      <translation>Heute eingegangen</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Aktualisieren</translation>
    </message>
    <message>
      <source>Refund</source>
      <translation>Erstattung</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <source>Reject with a reason</source>
      <translation>Mit Grund ablehnen</translation>
    </message>
    <message>
      <source>Reject with a reason (then 1–9)</source>
      <translation>Mit Grund ablehnen (dann 1–9)</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <source>Related to</source>
      <translation>Verwandt mit</translation>
    </message>
    <message>
      <source>Remembered answers</source>
      <translation>Gemerkte Antworten</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove it for good</source>
      <translation>Endgültig entfernen</translation>
    </message>
    <message>
      <source>Remove it with its examples</source>
      <translation>Mit seinen Beispielen entfernen</translation>
    </message>
    <message>
      <source>Remove line</source>
      <translation>Zeile entfernen</translation>
    </message>
    <message>
      <source>Remove tag</source>
      <translation>Schlagwort entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen agent</source>
      <translation>Gewählten Agenten entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen calendar</source>
      <translation>Gewählten Kalender entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen field</source>
      <translation>Gewähltes Feld entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen line</source>
      <translation>Gewählte Zeile entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen macro</source>
      <translation>Gewählten Textbaustein entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen rule</source>
      <translation>Gewählte Regel entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen service level</source>
      <translation>Gewählte Servicezusage entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen template</source>
      <translation>Gewählte Vorlage entfernen</translation>
    </message>
    <message>
      <source>Remove the intent</source>
      <translation>Anliegen entfernen</translation>
    </message>
    <message>
      <source>Remove this knowledge base with all its articles</source>
      <translation>Diese Wissensbasis mit allen Artikeln entfernen</translation>
    </message>
    <message>
      <source>Remove this trial</source>
      <translation>Diesen Probelauf entfernen</translation>
    </message>
    <message>
      <source>Remove this view</source>
      <translation>Diese Ansicht entfernen</translation>
    </message>
    <message>
      <source>Remove “{name}”?</source>
      <translation>„{name}“ entfernen?</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <source>Removed the macro {name}</source>
      <translation>Textbaustein {name} entfernt</translation>
    </message>
    <message>
      <source>Removed the template {name}</source>
      <translation>Vorlage {name} entfernt</translation>
    </message>
    <message>
      <source>Removed the view {name}</source>
      <translation>Ansicht {name} entfernt</translation>
    </message>
    <message>
      <source>Removed.</source>
      <translation>Entfernt.</translation>
    </message>
    <message>
      <source>Removed. What it did is still in the log.</source>
      <translation>Entfernt. Was sie getan hat, steht noch im Protokoll.</translation>
    </message>
    <message>
      <source>Removed: nothing of “{name}” is left to be found.{still_held}</source>
      <translation>Entfernt: Von „{name}“ ist nichts mehr zu finden.{still_held}</translation>
    </message>
    <message>
      <source>Removed: {name}</source>
      <translation>Entfernt: {name}</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Entfernen …</translation>
    </message>
    <message>
      <source>Removing</source>
      <translation>Wird entfernt</translation>
    </message>
    <message>
      <source>Removing {name}</source>
      <translation>{name} wird entfernt</translation>
    </message>
    <message>
      <source>Renamed</source>
      <translation>Umbenannt</translation>
    </message>
    <message>
      <source>Replaced</source>
      <translation>Ersetzt</translation>
    </message>
    <message>
      <source>Replay now</source>
      <translation>Jetzt wiederholen</translation>
    </message>
    <message>
      <source>Replay now, as it was written</source>
      <translation>Jetzt wiederholen, wie es geschrieben wurde</translation>
    </message>
    <message>
      <source>Replay with it</source>
      <translation>Damit wiederholen</translation>
    </message>
    <message>
      <source>Replay with the chosen model</source>
      <translation>Mit dem gewählten Modell wiederholen</translation>
    </message>
    <message>
      <source>Replies also go to</source>
      <translation>Antworten gehen auch an</translation>
    </message>
    <message>
      <source>Replies also go to {address}</source>
      <translation>Antworten gehen auch an {address}</translation>
    </message>
    <message>
      <source>Replies are drafted from articles, and every sentence shows which one it stands on. Import your own there.</source>
      <translation>Antworten werden aus Artikeln entworfen, und jeder Satz zeigt, auf welchen er sich stützt. Importieren Sie dort Ihre eigenen.</translation>
    </message>
    <message>
      <source>Replies are filed here as .eml. Empty: outbox in the workspace.</source>
      <translation>Antworten werden hier als .eml abgelegt. Leer: Postausgang im Arbeitsbereich.</translation>
    </message>
    <message>
      <source>Replies go no more to {address}</source>
      <translation>Antworten gehen nicht mehr an {address}</translation>
    </message>
    <message>
      <source>Replies wait here until they leave, and stay listed afterwards.</source>
      <translation>Antworten warten hier, bis sie hinausgehen, und bleiben danach in der Liste.</translation>
    </message>
    <message>
      <source>Replies you approved are kept without anything of their customers, and shown to the model as an example when a like message comes.</source>
      <translation>Freigegebene Antworten werden aufgehoben, ohne irgendetwas von den Kunden selbst, und dem Modell als Beispiel gezeigt, wenn eine ähnliche Nachricht kommt.</translation>
    </message>
    <message>
      <source>Replies you approved, without any sentence that repeats a customer's own words. The nearest one is shown to the model as an example while its articles still say the same.</source>
      <translation>Freigegebene Antworten, ohne jeden Satz, der Worte eines Kunden wiederholt. Die ähnlichste wird dem Modell als Beispiel gezeigt, solange ihre Artikel noch dasselbe sagen.</translation>
    </message>
    <message>
      <source>Reply address</source>
      <translation>Antwortadresse</translation>
    </message>
    <message>
      <source>Reply begun</source>
      <translation>Antwort begonnen</translation>
    </message>
    <message>
      <source>Reply in progress</source>
      <translation>Angefangene Antwort</translation>
    </message>
    <message>
      <source>Reply not delivered</source>
      <translation>Antwort nicht zugestellt</translation>
    </message>
    <message>
      <source>Reply of {author}, {at}</source>
      <translation>Antwort von {author}, {at}</translation>
    </message>
    <message>
      <source>Reply to {whom} is on its way.</source>
      <translation>Die Antwort an {whom} ist unterwegs.</translation>
    </message>
    <message>
      <source>Reply to {whom} leaves in</source>
      <translation>Die Antwort an {whom} geht hinaus in</translation>
    </message>
    <message>
      <source>Reply to {whom} leaves {moment}.</source>
      <translation>Die Antwort an {whom} geht {moment} hinaus.</translation>
    </message>
    <message>
      <source>Reply to {whom}, then {status}: leaves in</source>
      <translation>Die Antwort an {whom}, dann {status}: geht hinaus in</translation>
    </message>
    <message>
      <source>Reply to {whom}: {state}</source>
      <translation>Antwort an {whom}: {state}</translation>
    </message>
    <message>
      <source>Report (*.html)</source>
      <translation>Bericht (*.html)</translation>
    </message>
    <message>
      <source>Report saved to {file}.</source>
      <translation>Bericht gespeichert unter {file}.</translation>
    </message>
    <message>
      <source>Report saved: {file}</source>
      <translation>Bericht gespeichert: {file}</translation>
    </message>
    <message>
      <source>Request refused</source>
      <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
      <source>Requester</source>
      <translation>Anfragende</translation>
    </message>
    <message>
      <source>Requesters by name or address</source>
      <translation>Anfragende nach Name oder Adresse</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Restore the version of {when}?</source>
      <translation>Fassung von {when} wiederherstellen?</translation>
    </message>
    <message>
      <source>Restored</source>
      <translation>Wiederhergestellt</translation>
    </message>
    <message>
      <source>Restored. The version before is in the history.</source>
      <translation>Wiederhergestellt. Die Fassung davor steht im Verlauf.</translation>
    </message>
    <message>
      <source>Restore…</source>
      <translation>Wiederherstellen …</translation>
    </message>
    <message>
      <source>Retry failed</source>
      <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Review after</source>
      <translation>Prüfen nach</translation>
    </message>
    <message>
      <source>Review blind</source>
      <translation>Blind prüfen</translation>
    </message>
    <message>
      <source>Review queue</source>
      <translation>Prüfliste</translation>
    </message>
    <message>
      <source>Review the first drafts: every decision is counted here.</source>
      <translation>Prüfen Sie die ersten Entwürfe: Jede Entscheidung wird hier gezählt.</translation>
    </message>
    <message>
      <source>Reviewed today</source>
      <translation>Heute geprüft</translation>
    </message>
    <message>
      <source>Reviewers are taken at their word: too few test drafts were decided to know how many errors they notice.</source>
      <translation>Das Urteil der Prüfenden gilt, wie es ist: Über zu wenige Testentwürfe wurde entschieden, um zu wissen, wie viele Fehler sie bemerken.</translation>
    </message>
    <message>
      <source>Reviewers notice too few of the test drafts for anything to be shown.</source>
      <translation>Prüfende bemerken zu wenige der Testentwürfe, als dass sich etwas zeigen ließe.</translation>
    </message>
    <message>
      <source>Rewrite</source>
      <translation>Umschreiben</translation>
    </message>
    <message>
      <source>Rewrite as I say</source>
      <translation>Umschreiben, wie ich sage</translation>
    </message>
    <message>
      <source>Rewrite the reply</source>
      <translation>Antwort umschreiben</translation>
    </message>
    <message>
      <source>Rewrite: shorter, friendlier, simpler, translated</source>
      <translation>Umschreiben: kürzer, freundlicher, einfacher, übersetzt</translation>
    </message>
    <message>
      <source>Rewrite: shorter, friendlier, …</source>
      <translation>Umschreiben: kürzer, freundlicher, …</translation>
    </message>
    <message>
      <source>Rewriting as far as it is</source>
      <translation>Umschreibung, so weit sie ist</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <source>Right drafts</source>
      <translation>Richtige Entwürfe</translation>
    </message>
    <message>
      <source>Right or wrong, as the decision says</source>
      <translation>Richtig oder falsch, wie die Entscheidung sagt</translation>
    </message>
    <message>
      <source>Right, as people decided</source>
      <translation>Richtig, wie Menschen entschieden</translation>
    </message>
    <message>
      <source>Roll back</source>
      <translation>Zurückrollen</translation>
    </message>
    <message>
      <source>Roll back…</source>
      <translation>Zurückrollen …</translation>
    </message>
    <message>
      <source>Roll this run back?</source>
      <translation>Diesen Lauf zurückrollen?</translation>
    </message>
    <message>
      <source>Rolled back</source>
      <translation>Zurückgerollt</translation>
    </message>
    <message>
      <source>Rolling back</source>
      <translation>Wird zurückgenommen</translation>
    </message>
    <message>
      <source>Rolling back {kb}</source>
      <translation>{kb} wird zurückgerollt</translation>
    </message>
    <message>
      <source>Romanian</source>
      <translation>Rumänisch</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <source>Rule {name}</source>
      <translation>Regel {name}</translation>
    </message>
    <message>
      <source>Rule {name} changed</source>
      <translation>Regel {name} geändert</translation>
    </message>
    <message>
      <source>Rule {name} removed</source>
      <translation>Regel {name} entfernt</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <source>Rules it was given (personal data is hidden)</source>
      <translation>Regeln, die es bekam (personenbezogene Daten sind verborgen)</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Russian</source>
      <translation>Russisch</translation>
    </message>
    <message>
      <source>SQLite too old</source>
      <translation>SQLite zu alt</translation>
    </message>
    <message>
      <source>Same person</source>
      <translation>Dieselbe Person</translation>
    </message>
    <message>
      <source>Same person as</source>
      <translation>Dieselbe Person wie</translation>
    </message>
    <message>
      <source>Same person as…</source>
      <translation>Dieselbe Person wie …</translation>
    </message>
    <message>
      <source>Same person: {person}</source>
      <translation>Dieselbe Person: {person}</translation>
    </message>
    <message>
      <source>Satisfaction</source>
      <translation>Zufriedenheit</translation>
    </message>
    <message>
      <source>Satisfied customers</source>
      <translation>Zufriedene Kunden</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save Insights as a page</source>
      <translation>Auswertung als Seite speichern</translation>
    </message>
    <message>
      <source>Save a report of this run as a table</source>
      <translation>Einen Bericht dieses Laufs als Tabelle speichern</translation>
    </message>
    <message>
      <source>Save again</source>
      <translation>Noch einmal speichern</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>Als PDF speichern</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Als PDF speichern …</translation>
    </message>
    <message>
      <source>Save as a new view</source>
      <translation>Als neue Ansicht speichern</translation>
    </message>
    <message>
      <source>Save calendar</source>
      <translation>Kalender speichern</translation>
    </message>
    <message>
      <source>Save change</source>
      <translation>Änderung speichern</translation>
    </message>
    <message>
      <source>Save field</source>
      <translation>Feld speichern</translation>
    </message>
    <message>
      <source>Save intent</source>
      <translation>Anliegen speichern</translation>
    </message>
    <message>
      <source>Save macro</source>
      <translation>Textbaustein speichern</translation>
    </message>
    <message>
      <source>Save page…</source>
      <translation>Seite speichern …</translation>
    </message>
    <message>
      <source>Save picture…</source>
      <translation>Bild speichern …</translation>
    </message>
    <message>
      <source>Save report</source>
      <translation>Bericht speichern</translation>
    </message>
    <message>
      <source>Save report…</source>
      <translation>Bericht speichern …</translation>
    </message>
    <message>
      <source>Save rule</source>
      <translation>Regel speichern</translation>
    </message>
    <message>
      <source>Save service level</source>
      <translation>Servicezusage speichern</translation>
    </message>
    <message>
      <source>Save synonyms</source>
      <translation>Synonyme speichern</translation>
    </message>
    <message>
      <source>Save table…</source>
      <translation>Tabelle speichern …</translation>
    </message>
    <message>
      <source>Save template</source>
      <translation>Vorlage speichern</translation>
    </message>
    <message>
      <source>Save the attachment</source>
      <translation>Anhang speichern</translation>
    </message>
    <message>
      <source>Save the calendar of that name</source>
      <translation>Den Kalender dieses Namens speichern</translation>
    </message>
    <message>
      <source>Save the edit</source>
      <translation>Bearbeitung speichern</translation>
    </message>
    <message>
      <source>Save the field of that name</source>
      <translation>Das Feld dieses Namens speichern</translation>
    </message>
    <message>
      <source>Save the macro of that name</source>
      <translation>Den Textbaustein dieses Namens speichern</translation>
    </message>
    <message>
      <source>Save the numbers of Insights as one HTML page</source>
      <translation>Die Zahlen der Auswertung als eine HTML-Seite speichern</translation>
    </message>
    <message>
      <source>Save the original</source>
      <translation>Original speichern</translation>
    </message>
    <message>
      <source>Save the original…</source>
      <translation>Original speichern …</translation>
    </message>
    <message>
      <source>Save the picture</source>
      <translation>Bild speichern</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Bericht speichern</translation>
    </message>
    <message>
      <source>Save the report as a file</source>
      <translation>Bericht als Datei speichern</translation>
    </message>
    <message>
      <source>Save the report of this run</source>
      <translation>Bericht dieses Laufs speichern</translation>
    </message>
    <message>
      <source>Save the rule of that name</source>
      <translation>Die Regel dieses Namens speichern</translation>
    </message>
    <message>
      <source>Save the service level of that name</source>
      <translation>Die Servicezusage dieses Namens speichern</translation>
    </message>
    <message>
      <source>Save the table</source>
      <translation>Tabelle speichern</translation>
    </message>
    <message>
      <source>Save the template of that name</source>
      <translation>Die Vorlage dieses Namens speichern</translation>
    </message>
    <message>
      <source>Save the tickets as a table</source>
      <translation>Tickets als Tabelle speichern</translation>
    </message>
    <message>
      <source>Save this change to the file</source>
      <translation>Diese Änderung in die Datei speichern</translation>
    </message>
    <message>
      <source>Save this change?</source>
      <translation>Diese Änderung speichern?</translation>
    </message>
    <message>
      <source>Save tickets as a table</source>
      <translation>Tickets als Tabelle speichern</translation>
    </message>
    <message>
      <source>Save {name}</source>
      <translation>{name} speichern</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <source>Saved a week</source>
      <translation>Je Woche gespart</translation>
    </message>
    <message>
      <source>Saved in the desk; the file was left as it is.</source>
      <translation>Im Helpdesk gespeichert; die Datei blieb, wie sie war.</translation>
    </message>
    <message>
      <source>Saved to {path}.</source>
      <translation>Gespeichert unter {path}.</translation>
    </message>
    <message>
      <source>Saved {name}.</source>
      <translation>{name} gespeichert.</translation>
    </message>
    <message>
      <source>Saved {path}.</source>
      <translation>{path} gespeichert.</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Gespeichert.</translation>
    </message>
    <message>
      <source>Saved. The next message is read with “{name}” as it is now.</source>
      <translation>Gespeichert. Die nächste Nachricht wird mit „{name}“ gelesen, wie es jetzt ist.</translation>
    </message>
    <message>
      <source>Saved: {name}</source>
      <translation>Gespeichert: {name}</translation>
    </message>
    <message>
      <source>Saved; it is switched off.</source>
      <translation>Gespeichert; sie ist ausgeschaltet.</translation>
    </message>
    <message>
      <source>Saved; it works from now on.</source>
      <translation>Gespeichert; sie wirkt ab jetzt.</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>Speichern …</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Wird gespeichert …</translation>
    </message>
    <message>
      <source>Say that the reply that was sent was wrong</source>
      <translation>Sagen, dass die gesendete Antwort falsch war</translation>
    </message>
    <message>
      <source>Say what you looked at and why sending may go on. It is kept with your name.</source>
      <translation>Sagen Sie, was Sie angesehen haben und warum der Versand weitergehen darf. Es wird mit Ihrem Namen aufgehoben.</translation>
    </message>
    <message>
      <source>Says nothing</source>
      <translation>Sagt nichts</translation>
    </message>
    <message>
      <source>Says something wrong</source>
      <translation>Sagt etwas Falsches</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Score about</source>
      <translation>Wert etwa</translation>
    </message>
    <message>
      <source>Search and drafts go on as they are meanwhile, and it can be stopped at any time.</source>
      <translation>Suche und Entwürfe gehen derweil weiter wie bisher, und es lässt sich jederzeit anhalten.</translation>
    </message>
    <message>
      <source>Search and new drafts no longer find this article. What was written stays as it is.</source>
      <translation>Suche und neue Entwürfe finden diesen Artikel nicht mehr. Geschriebenes bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>Search by meaning was not available</source>
      <translation>Die Suche nach Bedeutung war nicht verfügbar</translation>
    </message>
    <message>
      <source>Search by meaning with</source>
      <translation>Nach Bedeutung suchen mit</translation>
    </message>
    <message>
      <source>Search by meaning with the built-in embedder</source>
      <translation>Nach Bedeutung suchen mit dem eingebauten Einbetter</translation>
    </message>
    <message>
      <source>Search by words and by meaning agree</source>
      <translation>Suche nach Wörtern und nach Bedeutung stimmen überein</translation>
    </message>
    <message>
      <source>Search by words and by meaning disagree</source>
      <translation>Suche nach Wörtern und nach Bedeutung weichen voneinander ab</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>Alles durchsuchen</translation>
    </message>
    <message>
      <source>Search index being rebuilt</source>
      <translation>Suchindex wird neu aufgebaut</translation>
    </message>
    <message>
      <source>Search model unusable</source>
      <translation>Suchmodell unbrauchbar</translation>
    </message>
    <message>
      <source>Search passages</source>
      <translation>Textstellen suchen</translation>
    </message>
    <message>
      <source>Search the manual</source>
      <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
      <source>Search tickets, articles and macros</source>
      <translation>Tickets, Artikel und Textbausteine suchen</translation>
    </message>
    <message>
      <source>Search: {words}</source>
      <translation>Suche: {words}</translation>
    </message>
    <message>
      <source>Searchable</source>
      <translation>Suchbar</translation>
    </message>
    <message>
      <source>Searched for {said}.</source>
      <translation>Gesucht wurde {said}.</translation>
    </message>
    <message>
      <source>Searches by meaning</source>
      <translation>Sucht nach Bedeutung</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>Es wird gesucht …</translation>
    </message>
    <message>
      <source>Second look with</source>
      <translation>Zweiter Blick mit</translation>
    </message>
    <message>
      <source>Seconds a reply waits before it leaves.</source>
      <translation>So viele Sekunden wartet eine Antwort, bevor sie hinausgeht.</translation>
    </message>
    <message>
      <source>Seconds an answer that goes out by itself waits before it leaves.</source>
      <translation>So viele Sekunden wartet eine von selbst gesendete Antwort, bevor sie hinausgeht.</translation>
    </message>
    <message>
      <source>Seconds each</source>
      <translation>Sekunden je Entwurf</translation>
    </message>
    <message>
      <source>Seconds of silence before a draft is given up.</source>
      <translation>So viele Sekunden ohne ein Wort, bis ein Entwurf aufgegeben wird.</translation>
    </message>
    <message>
      <source>Seconds to wait while a model loads.</source>
      <translation>So viele Sekunden wird gewartet, während ein Modell lädt.</translation>
    </message>
    <message>
      <source>Sections of the preferences</source>
      <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
      <source>Send again</source>
      <translation>Noch einmal senden</translation>
    </message>
    <message>
      <source>Send all the same</source>
      <translation>Trotzdem senden</translation>
    </message>
    <message>
      <source>Send and keep open</source>
      <translation>Senden und offen lassen</translation>
    </message>
    <message>
      <source>Send and put on hold</source>
      <translation>Senden und anhalten</translation>
    </message>
    <message>
      <source>Send and solve</source>
      <translation>Senden und lösen</translation>
    </message>
    <message>
      <source>Send and wait for an answer</source>
      <translation>Senden und auf Antwort warten</translation>
    </message>
    <message>
      <source>Send and…</source>
      <translation>Senden und …</translation>
    </message>
    <message>
      <source>Send from a fixed line on without proof</source>
      <translation>Ab einer festen Grenze ohne Nachweis senden</translation>
    </message>
    <message>
      <source>Send from a score of</source>
      <translation>Senden ab einem Wert von</translation>
    </message>
    <message>
      <source>Send from this score on</source>
      <translation>Ab diesem Wert senden</translation>
    </message>
    <message>
      <source>Send later…</source>
      <translation>Später …</translation>
    </message>
    <message>
      <source>Send now</source>
      <translation>Jetzt senden</translation>
    </message>
    <message>
      <source>Send reply</source>
      <translation>Senden</translation>
    </message>
    <message>
      <source>Send the reply and solve the ticket</source>
      <translation>Antwort senden und Ticket lösen</translation>
    </message>
    <message>
      <source>Send the reply and…</source>
      <translation>Antwort senden und …</translation>
    </message>
    <message>
      <source>Send the reply later</source>
      <translation>Antwort später senden</translation>
    </message>
    <message>
      <source>Send the reply, or add the note</source>
      <translation>Antwort senden oder Notiz hinzufügen</translation>
    </message>
    <message>
      <source>Send then</source>
      <translation>Dann senden</translation>
    </message>
    <message>
      <source>Send this reply again</source>
      <translation>Diese Antwort noch einmal senden</translation>
    </message>
    <message>
      <source>Send this reply now instead of later</source>
      <translation>Diese Antwort jetzt statt später senden</translation>
    </message>
    <message>
      <source>Send without proof</source>
      <translation>Ohne Nachweis senden</translation>
    </message>
    <message>
      <source>Send without proof…</source>
      <translation>Ohne Nachweis senden …</translation>
    </message>
    <message>
      <source>Send, and say what becomes of the ticket</source>
      <translation>Senden, und sagen, was aus dem Ticket wird</translation>
    </message>
    <message>
      <source>Send, come back in 2 days without an answer</source>
      <translation>Senden, ohne Antwort in 2 Tagen wiederkommen</translation>
    </message>
    <message>
      <source>Send, come back in a week without an answer</source>
      <translation>Senden, ohne Antwort in einer Woche wiederkommen</translation>
    </message>
    <message>
      <source>Sending</source>
      <translation>Versand</translation>
    </message>
    <message>
      <source>Sending all that qualifies ({coverage} of drafts), {risk} would be wrong.</source>
      <translation>Würde alles gesendet, was infrage kommt ({coverage} der Entwürfe), wären {risk} falsch.</translation>
    </message>
    <message>
      <source>Sending by itself is paused.</source>
      <translation>Der selbsttätige Versand ist angehalten.</translation>
    </message>
    <message>
      <source>Sending by itself is stopped.</source>
      <translation>Der selbsttätige Versand ist gestoppt.</translation>
    </message>
    <message>
      <source>Sending by itself not changed</source>
      <translation>Selbsttätiger Versand nicht geändert</translation>
    </message>
    <message>
      <source>Sending by itself was off</source>
      <translation>Der selbsttätige Versand war aus</translation>
    </message>
    <message>
      <source>Sending by itself: {mode}</source>
      <translation>Selbsttätiger Versand: {mode}</translation>
    </message>
    <message>
      <source>Sending stopped on {day}: the watch reached {highest}, and {alarm} stops it. The proof begins anew.</source>
      <translation>Versand am {day} gestoppt: Die Wache erreichte {highest}, und {alarm} stoppt ihn. Der Nachweis beginnt von vorn.</translation>
    </message>
    <message>
      <source>Sending was interrupted and nobody can tell whether it arrived. Look at the far end, then mark it as sent or send it again. Since it may have left, it cannot be taken back.</source>
      <translation>Das Senden wurde unterbrochen, und niemand kann sagen, ob sie ankam. Sehen Sie am anderen Ende nach, und kennzeichnen Sie sie dann als gesendet, oder senden Sie sie noch einmal. Weil sie hinausgegangen sein kann, lässt sie sich nicht zurücknehmen.</translation>
    </message>
    <message>
      <source>Sending was stopped</source>
      <translation>Der Versand war gestoppt</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Sent by itself</source>
      <translation>Von selbst gesendet</translation>
    </message>
    <message>
      <source>Sent today</source>
      <translation>Heute gesendet</translation>
    </message>
    <message>
      <source>Sent without an edit</source>
      <translation>Unbearbeitet gesendet</translation>
    </message>
    <message>
      <source>Sentences are weakly backed by their sources</source>
      <translation>Sätze sind in ihren Quellen schwach belegt</translation>
    </message>
    <message>
      <source>Sentences in another language cannot be compared with their sources: read it before sending.</source>
      <translation>Sätze in einer anderen Sprache lassen sich nicht mit ihren Quellen vergleichen: Lesen Sie ihn vor dem Senden.</translation>
    </message>
    <message>
      <source>Service level</source>
      <translation>Servicezusage</translation>
    </message>
    <message>
      <source>Service level {name} changed</source>
      <translation>Servicezusage {name} geändert</translation>
    </message>
    <message>
      <source>Service level {name} removed</source>
      <translation>Servicezusage {name} entfernt</translation>
    </message>
    <message>
      <source>Service levels</source>
      <translation>Servicezusagen</translation>
    </message>
    <message>
      <source>Set by {pinned} in the environment; change it there.</source>
      <translation>Von {pinned} in der Umgebung festgelegt; ändern Sie es dort.</translation>
    </message>
    <message>
      <source>Set field</source>
      <translation>Feld setzen</translation>
    </message>
    <message>
      <source>Set priority</source>
      <translation>Priorität setzen</translation>
    </message>
    <message>
      <source>Set status</source>
      <translation>Status setzen</translation>
    </message>
    <message>
      <source>Set the priority</source>
      <translation>Priorität setzen</translation>
    </message>
    <message>
      <source>Set this goal</source>
      <translation>Dieses Ziel setzen</translation>
    </message>
    <message>
      <source>Setting another goal starts its evidence anew: what is proven must be asked for before it is looked at. Topics are the folders of your knowledge base, with commas between.</source>
      <translation>Mit einem anderen Ziel beginnt der Nachweis von vorn: Was nachgewiesen werden soll, muss feststehen, bevor man es ansieht. Themen sind die Ordner Ihrer Wissensbasis, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>Settings cannot be read</source>
      <translation>Einstellungen nicht lesbar</translation>
    </message>
    <message>
      <source>Settings of the chosen knowledge base</source>
      <translation>Einstellungen der gewählten Wissensbasis</translation>
    </message>
    <message>
      <source>Settings of the knowledge base</source>
      <translation>Einstellungen der Wissensbasis</translation>
    </message>
    <message>
      <source>Settings of this knowledge base</source>
      <translation>Einstellungen dieser Wissensbasis</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Einstellungen …</translation>
    </message>
    <message>
      <source>Several articles fit about equally well</source>
      <translation>Mehrere Artikel passen etwa gleich gut</translation>
    </message>
    <message>
      <source>Several questions in one message</source>
      <translation>Mehrere Fragen in einer Nachricht</translation>
    </message>
    <message>
      <source>Severity</source>
      <translation>Schwere</translation>
    </message>
    <message>
      <source>Share kept</source>
      <translation>Anteil gehalten</translation>
    </message>
    <message>
      <source>Share of drafts</source>
      <translation>Anteil der Entwürfe</translation>
    </message>
    <message>
      <source>Share of drafts that would go by themselves</source>
      <translation>Anteil der Entwürfe, die von selbst hinausgingen</translation>
    </message>
    <message>
      <source>Share right</source>
      <translation>Anteil richtig</translation>
    </message>
    <message>
      <source>Share that may be wrong</source>
      <translation>Anteil, der falsch sein darf</translation>
    </message>
    <message>
      <source>Share that may be wrong, in tenths of a percent</source>
      <translation>Anteil, der falsch sein darf, in Zehntelprozent</translation>
    </message>
    <message>
      <source>Shorter</source>
      <translation>Kürzer</translation>
    </message>
    <message>
      <source>Show a notice</source>
      <translation>Hinweis zeigen</translation>
    </message>
    <message>
      <source>Show all articles</source>
      <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
      <source>Show all that is promised on this ticket</source>
      <translation>Alles für dieses Ticket Zugesagte zeigen</translation>
    </message>
    <message numerus="yes">
      <source>Show all {n} characters</source>
      <translation>
        <numerusform>Das {n} Zeichen ganz zeigen</numerusform>
        <numerusform>Alle {n} Zeichen zeigen</numerusform>
      </translation>
    </message>
    <message>
      <source>Show as it was laid out</source>
      <translation>Zeigen, wie gestaltet</translation>
    </message>
    <message>
      <source>Show as plain text</source>
      <translation>Als einfachen Text zeigen</translation>
    </message>
    <message>
      <source>Show earlier changes</source>
      <translation>Frühere Änderungen zeigen</translation>
    </message>
    <message>
      <source>Show first what would change</source>
      <translation>Zuerst zeigen, was sich ändern würde</translation>
    </message>
    <message>
      <source>Show in the outbox</source>
      <translation>Im Postausgang zeigen</translation>
    </message>
    <message>
      <source>Show or hide quoted text</source>
      <translation>Zitierten Text zeigen oder verbergen</translation>
    </message>
    <message>
      <source>Show or hide the side panel</source>
      <translation>Seitenleiste zeigen oder verbergen</translation>
    </message>
    <message>
      <source>Show or hide the views</source>
      <translation>Ansichten zeigen oder verbergen</translation>
    </message>
    <message>
      <source>Show quoted text</source>
      <translation>Zitierten Text zeigen</translation>
    </message>
    <message>
      <source>Show the alarm</source>
      <translation>Alarm zeigen</translation>
    </message>
    <message>
      <source>Show the articles</source>
      <translation>Artikel zeigen</translation>
    </message>
    <message>
      <source>Show the current state</source>
      <translation>Jetzigen Zustand zeigen</translation>
    </message>
    <message>
      <source>Show the drafts</source>
      <translation>Entwürfe zeigen</translation>
    </message>
    <message>
      <source>Show the inbox</source>
      <translation>Eingang zeigen</translation>
    </message>
    <message>
      <source>Show the models that can be fetched</source>
      <translation>Modelle zum Holen zeigen</translation>
    </message>
    <message>
      <source>Show the new draft</source>
      <translation>Neuen Entwurf zeigen</translation>
    </message>
    <message>
      <source>Show the original</source>
      <translation>Original zeigen</translation>
    </message>
    <message>
      <source>Show the original message</source>
      <translation>Originalnachricht zeigen</translation>
    </message>
    <message>
      <source>Show the outbox</source>
      <translation>Postausgang zeigen</translation>
    </message>
    <message numerus="yes">
      <source>Show the outbox, {n} replies not sent</source>
      <translation>
        <numerusform>Postausgang zeigen, {n} Antwort nicht gesendet</numerusform>
        <numerusform>Postausgang zeigen, {n} Antworten nicht gesendet</numerusform>
      </translation>
    </message>
    <message>
      <source>Show the plain text</source>
      <translation>Einfachen Text zeigen</translation>
    </message>
    <message>
      <source>Show the plot</source>
      <translation>Bild zeigen</translation>
    </message>
    <message>
      <source>Show the query's help</source>
      <translation>Hilfe zur Suche zeigen</translation>
    </message>
    <message>
      <source>Show the state</source>
      <translation>Zustand zeigen</translation>
    </message>
    <message>
      <source>Show the table</source>
      <translation>Tabelle zeigen</translation>
    </message>
    <message>
      <source>Show the ticket as it was before this change</source>
      <translation>Das Ticket zeigen, wie es vor dieser Änderung war</translation>
    </message>
    <message>
      <source>Show the true draft</source>
      <translation>Wahren Entwurf zeigen</translation>
    </message>
    <message>
      <source>Show the views</source>
      <translation>Ansichten zeigen</translation>
    </message>
    <message>
      <source>Show view 1 … 9</source>
      <translation>Ansicht 1 … 9 zeigen</translation>
    </message>
    <message>
      <source>Show what is needed</source>
      <translation>Zeigen, was nötig ist</translation>
    </message>
    <message>
      <source>Show what the rule would do to the newest tickets</source>
      <translation>Zeigen, was die Regel mit den neuesten Tickets täte</translation>
    </message>
    <message>
      <source>Show what was done to the ticket</source>
      <translation>Zeigen, was mit dem Ticket getan wurde</translation>
    </message>
    <message>
      <source>Shown to customers under replies and in the activity log.</source>
      <translation>Kunden sehen ihn unter Antworten; er steht auch im Aktivitätsprotokoll.</translation>
    </message>
    <message>
      <source>Shown without pictures, scripts and anything that would be fetched.</source>
      <translation>Gezeigt ohne Bilder, Skripte und alles, was nachgeladen würde.</translation>
    </message>
    <message>
      <source>Side panel</source>
      <translation>Seitenleiste</translation>
    </message>
    <message>
      <source>Sign</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <source>Sign and turn on</source>
      <translation>Unterschreiben und einschalten</translation>
    </message>
    <message>
      <source>Sign what is new…</source>
      <translation>Neues unterschreiben …</translation>
    </message>
    <message>
      <source>Signals behind the confidence</source>
      <translation>Zeichen hinter dem Vertrauen</translation>
    </message>
    <message>
      <source>Signature</source>
      <translation>Signatur</translation>
    </message>
    <message>
      <source>Signatures by language</source>
      <translation>Signaturen nach Sprache</translation>
    </message>
    <message>
      <source>Signed by {agent}, {when}.</source>
      <translation>Unterschrieben von {agent}, {when}.</translation>
    </message>
    <message>
      <source>Signed. Answers may leave by themselves from now on.</source>
      <translation>Unterschrieben. Antworten dürfen ab jetzt von selbst hinausgehen.</translation>
    </message>
    <message>
      <source>Signed: {signature}</source>
      <translation>Signiert: {signature}</translation>
    </message>
    <message>
      <source>Signs are not searched for</source>
      <translation>Nach Zeichen wird nicht gesucht</translation>
    </message>
    <message>
      <source>Similar tickets</source>
      <translation>Ähnliche Tickets</translation>
    </message>
    <message>
      <source>Simpler</source>
      <translation>Einfacher</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>Skip this draft</source>
      <translation>Diesen Entwurf überspringen</translation>
    </message>
    <message>
      <source>Slovak</source>
      <translation>Slowakisch</translation>
    </message>
    <message>
      <source>Snooze for hours</source>
      <translation>Zurückstellen für Stunden</translation>
    </message>
    <message>
      <source>Snooze until</source>
      <translation>Zurückstellen bis</translation>
    </message>
    <message>
      <source>Snooze until later</source>
      <translation>Auf später zurückstellen</translation>
    </message>
    <message>
      <source>Snoozed</source>
      <translation>Zurückgestellt</translation>
    </message>
    <message>
      <source>Snoozed until</source>
      <translation>Zurückgestellt bis</translation>
    </message>
    <message>
      <source>Snooze…</source>
      <translation>Zurückstellen …</translation>
    </message>
    <message numerus="yes">
      <source>So do {n} more.</source>
      <translation>
        <numerusform>{n} weiterer tut das auch.</numerusform>
        <numerusform>{n} weitere tun das auch.</numerusform>
      </translation>
    </message>
    <message>
      <source>So many hours</source>
      <translation>So viele Stunden</translation>
    </message>
    <message>
      <source>Solution</source>
      <translation>Lösung</translation>
    </message>
    <message>
      <source>Solved</source>
      <translation>Gelöst</translation>
    </message>
    <message numerus="yes">
      <source>Solved with {n} steps of {of} still open.</source>
      <translation>
        <numerusform>Gelöst, {n} Schritt von {of} noch offen.</numerusform>
        <numerusform>Gelöst, {n} Schritte von {of} noch offen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Some statements carry no citation</source>
      <translation>Einige Aussagen tragen kein Zitat</translation>
    </message>
    <message>
      <source>Somebody else</source>
      <translation>Jemand anders</translation>
    </message>
    <message>
      <source>Somebody else than the requester wrote</source>
      <translation>Jemand anders als der Anfragende schrieb</translation>
    </message>
    <message>
      <source>Somebody without a name</source>
      <translation>Jemand ohne Namen</translation>
    </message>
    <message>
      <source>Someone is on it</source>
      <translation>Jemand ist daran</translation>
    </message>
    <message>
      <source>Someone must do something first</source>
      <translation>Erst muss jemand etwas tun</translation>
    </message>
    <message>
      <source>Something is typed here already: create that ticket or clear it, then try again.</source>
      <translation>Hier ist schon etwas getippt: Legen Sie jenes Ticket an, oder leeren Sie es, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <source>Something to try on</source>
      <translation>Etwas zum Ausprobieren</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
      <source>Something went wrong. {where}</source>
      <translation>Etwas ist schiefgegangen. {where}</translation>
    </message>
    <message>
      <source>Soon due</source>
      <translation>Bald fällig</translation>
    </message>
    <message>
      <source>Sorted by</source>
      <translation>Sortiert nach</translation>
    </message>
    <message>
      <source>Sorted by {what}, {order}</source>
      <translation>Sortiert nach {what}, {order}</translation>
    </message>
    <message>
      <source>Sound: {dimension} numbers a vector, reads {limit} tokens, family {family}.{changed} </source>
      <translation>In Ordnung: {dimension} Zahlen je Vektor, liest {limit} Token, Familie {family}.{changed} </translation>
    </message>
    <message>
      <source>Source of this article</source>
      <translation>Quelltext dieses Artikels</translation>
    </message>
    <message>
      <source>Source {count} · {kept}</source>
      <translation>Quelle {count} · {kept}</translation>
    </message>
    <message>
      <source>Source {count} · {lines} · {kb} / {path}</source>
      <translation>Quelle {count} · {lines} · {kb} / {path}</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <source>Sources and customer use one language</source>
      <translation>Quellen und Kunde sprechen dieselbe Sprache</translation>
    </message>
    <message>
      <source>Sources and reasons</source>
      <translation>Quellen und Gründe</translation>
    </message>
    <message>
      <source>Spam</source>
      <translation>Spam</translation>
    </message>
    <message>
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <source>Spare the computer</source>
      <translation>Rechner schonen</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Teilen</translation>
    </message>
    <message>
      <source>Split #{target} off #{source}</source>
      <translation>#{target} von #{source} abgeteilt</translation>
    </message>
    <message>
      <source>Split messages off into a ticket of their own</source>
      <translation>Nachrichten in ein eigenes Ticket abteilen</translation>
    </message>
    <message>
      <source>Split off into a ticket…</source>
      <translation>In ein eigenes Ticket abtrennen …</translation>
    </message>
    <message>
      <source>Stale</source>
      <translation>Veraltet</translation>
    </message>
    <message>
      <source>Stale articles</source>
      <translation>Veraltete Artikel</translation>
    </message>
    <message>
      <source>Standing still</source>
      <translation>Steht still</translation>
    </message>
    <message>
      <source>Stands on outdated knowledge</source>
      <translation>Stützt sich auf veraltetes Wissen</translation>
    </message>
    <message>
      <source>Stands on {named}</source>
      <translation>Stützt sich auf {named}</translation>
    </message>
    <message>
      <source>Start drafting</source>
      <translation>Entwerfen beginnen</translation>
    </message>
    <message>
      <source>Start out of the way</source>
      <translation>Im Hintergrund starten</translation>
    </message>
    <message>
      <source>Start with defaults</source>
      <translation>Mit Vorgaben starten</translation>
    </message>
    <message>
      <source>Start with what you know</source>
      <translation>Beginnen Sie mit Ihrem Wissen</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Status changed</source>
      <translation>Status geändert</translation>
    </message>
    <message>
      <source>Status of the ticket</source>
      <translation>Status des Tickets</translation>
    </message>
    <message>
      <source>Status of this article</source>
      <translation>Status dieses Artikels</translation>
    </message>
    <message>
      <source>Status stays</source>
      <translation>Status bleibt</translation>
    </message>
    <message>
      <source>Status the ticket gets</source>
      <translation>Status, den das Ticket bekommt</translation>
    </message>
    <message>
      <source>Stay at the ticket</source>
      <translation>Beim Ticket bleiben</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>Step taken away: {text}</source>
      <translation>Schritt weggenommen: {text}</translation>
    </message>
    <message>
      <source>Step {n} of {all}</source>
      <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stopp</translation>
    </message>
    <message>
      <source>Stop all sending by itself</source>
      <translation>Allen selbsttätigen Versand stoppen</translation>
    </message>
    <message>
      <source>Stop now</source>
      <translation>Jetzt stoppen</translation>
    </message>
    <message>
      <source>Stop the model</source>
      <translation>Modell stoppen</translation>
    </message>
    <message>
      <source>Stop the model and quote the knowledge base</source>
      <translation>Modell stoppen und aus der Wissensbasis zitieren</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Gestoppt</translation>
    </message>
    <message>
      <source>Stopped by an error</source>
      <translation>Durch einen Fehler beendet</translation>
    </message>
    <message>
      <source>Stopped. What came is kept by the server; pulling again goes on from it.</source>
      <translation>Angehalten. Was kam, behält der Server; erneutes Holen macht dort weiter.</translation>
    </message>
    <message>
      <source>Stopped. What was done is kept; starting again goes on from there.</source>
      <translation>Angehalten. Das Getane bleibt; ein neuer Start macht dort weiter.</translation>
    </message>
    <message>
      <source>Stopped. What was finished stays; doing it again goes on from there.</source>
      <translation>Angehalten. Was fertig war, bleibt; noch einmal getan, geht es dort weiter.</translation>
    </message>
    <message>
      <source>Stopped. {went_back}</source>
      <translation>Gestoppt. {went_back}</translation>
    </message>
    <message>
      <source>Stopped: {values}. Take it back again for the rest.</source>
      <translation>Angehalten: {values}. Machen Sie es noch einmal rückgängig, um den Rest zurückzunehmen.</translation>
    </message>
    <message>
      <source>Stopping: the knowledge base is quoted instead…</source>
      <translation>Wird gestoppt: Stattdessen wird aus der Wissensbasis zitiert …</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird angehalten …</translation>
    </message>
    <message>
      <source>Stops sending</source>
      <translation>Stoppt den Versand</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Betreff</translation>
    </message>
    <message>
      <source>Subject changed</source>
      <translation>Betreff geändert</translation>
    </message>
    <message>
      <source>Subject of the new ticket</source>
      <translation>Betreff des neuen Tickets</translation>
    </message>
    <message>
      <source>Subject of the ticket</source>
      <translation>Betreff des Tickets</translation>
    </message>
    <message>
      <source>Subject or number of the ticket that stays</source>
      <translation>Betreff oder Nummer des Tickets, das bleibt</translation>
    </message>
    <message>
      <source>Suggested articles</source>
      <translation>Passende Artikel</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Zusammenfassung</translation>
    </message>
    <message>
      <source>Summary of {messages} {days}; {turn} since {until}.</source>
      <translation>Zusammenfassung: {messages} {days}; {turn} seit {until}.</translation>
    </message>
    <message>
      <source>Supported</source>
      <translation>Belegt</translation>
    </message>
    <message>
      <source>Sure enough</source>
      <translation>Sicher genug</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Schwedisch</translation>
    </message>
    <message>
      <source>Switch</source>
      <translation>Wechseln</translation>
    </message>
    <message>
      <source>Switched. The index follows from what was embedded.</source>
      <translation>Gewechselt. Der Index folgt aus dem Eingebetteten.</translation>
    </message>
    <message>
      <source>Synonyms</source>
      <translation>Synonyme</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tabellen</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
      <source>Tabs of the side panel</source>
      <translation>Reiter der Seitenleiste</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Tag to add</source>
      <translation>Neues Schlagwort</translation>
    </message>
    <message>
      <source>Tag to take away</source>
      <translation>Schlagwort zum Wegnehmen</translation>
    </message>
    <message>
      <source>Tag {tag} added</source>
      <translation>Schlagwort {tag} hinzugefügt</translation>
    </message>
    <message>
      <source>Tag {tag} taken away</source>
      <translation>Schlagwort {tag} weggenommen</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>Tags changed</source>
      <translation>Schlagwörter geändert</translation>
    </message>
    <message>
      <source>Tags of the ticket</source>
      <translation>Schlagwörter des Tickets</translation>
    </message>
    <message>
      <source>Tags the ticket gets</source>
      <translation>Schlagwörter, die das Ticket bekommt</translation>
    </message>
    <message>
      <source>Tags, with commas between</source>
      <translation>Schlagwörter, mit Kommas dazwischen</translation>
    </message>
    <message>
      <source>Tags: billing, -new takes one away</source>
      <translation>Schlagwörter: billing; -new nimmt eines weg</translation>
    </message>
    <message>
      <source>Take a tag away…</source>
      <translation>Schlagwort wegnehmen …</translation>
    </message>
    <message>
      <source>Take all holidays out of this calendar</source>
      <translation>Alle Feiertage aus diesem Kalender nehmen</translation>
    </message>
    <message>
      <source>Take all marks away</source>
      <translation>Alle Markierungen aufheben</translation>
    </message>
    <message>
      <source>Take away the link to ticket {number}</source>
      <translation>Verknüpfung mit Ticket {number} aufheben</translation>
    </message>
    <message>
      <source>Take away the step {text}</source>
      <translation>Schritt {text} wegnehmen</translation>
    </message>
    <message>
      <source>Take away {word}</source>
      <translation>{word} wegnehmen</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <source>Take back again</source>
      <translation>Wieder zurücknehmen</translation>
    </message>
    <message>
      <source>Take back what the chosen run changed</source>
      <translation>Zurücknehmen, was der gewählte Lauf geändert hat</translation>
    </message>
    <message>
      <source>Take its keys away</source>
      <translation>Ihm die Tasten wegnehmen</translation>
    </message>
    <message>
      <source>Take the chosen answer back into the review queue</source>
      <translation>Gewählte Antwort in die Prüfliste zurücknehmen</translation>
    </message>
    <message>
      <source>Take the dismissal back</source>
      <translation>Das Verwerfen zurücknehmen</translation>
    </message>
    <message>
      <source>Take the file, drop my text</source>
      <translation>Datei nehmen, meinen Text verwerfen</translation>
    </message>
    <message>
      <source>Take the follow-up away</source>
      <translation>Wiedervorlage aufheben</translation>
    </message>
    <message>
      <source>Take the last change back</source>
      <translation>Letzte Änderung zurücknehmen</translation>
    </message>
    <message>
      <source>Take the last one back</source>
      <translation>Das letzte zurücknehmen</translation>
    </message>
    <message>
      <source>Take the ticket</source>
      <translation>Ticket nehmen</translation>
    </message>
    <message>
      <source>Take this article out of use?</source>
      <translation>Diesen Artikel aus dem Gebrauch nehmen?</translation>
    </message>
    <message>
      <source>Take this condition away</source>
      <translation>Diese Bedingung wegnehmen</translation>
    </message>
    <message>
      <source>Take this reply back into the editor</source>
      <translation>Diese Antwort in den Editor zurücknehmen</translation>
    </message>
    <message>
      <source>Take this trial out with every word of it</source>
      <translation>Diesen Probelauf mit jedem Wort entfernen</translation>
    </message>
    <message>
      <source>Take {name} out</source>
      <translation>{name} herausnehmen</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>Zurückgenommen</translation>
    </message>
    <message>
      <source>Taken back: it waits for review.</source>
      <translation>Zurückgenommen: Sie wartet auf Prüfung.</translation>
    </message>
    <message>
      <source>Taken back: this customer is not asked for a rating.</source>
      <translation>Zurückgenommen: Dieser Kunde wird nicht um eine Bewertung gebeten.</translation>
    </message>
    <message>
      <source>Taken back: {what}</source>
      <translation>Zurückgenommen: {what}</translation>
    </message>
    <message>
      <source>Taken back: {what}.</source>
      <translation>Zurückgenommen: {what}.</translation>
    </message>
    <message>
      <source>Taken for us: {names}</source>
      <translation>Für uns gehalten: {names}</translation>
    </message>
    <message>
      <source>Taken on by deciding about its draft</source>
      <translation>Durch die Entscheidung über seinen Entwurf übernommen</translation>
    </message>
    <message>
      <source>Taken out of the lists</source>
      <translation>Aus den Listen genommen</translation>
    </message>
    <message>
      <source>Tells something internal</source>
      <translation>Verrät etwas Internes</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>Vorlage</translation>
    </message>
    <message>
      <source>Templates of new tickets</source>
      <translation>Vorlagen für neue Tickets</translation>
    </message>
    <message>
      <source>Test drafts</source>
      <translation>Testentwürfe</translation>
    </message>
    <message>
      <source>Test drafts: {caught} of {decided} noticed.</source>
      <translation>Testentwürfe: {caught} von {decided} bemerkt.</translation>
    </message>
    <message>
      <source>Test it</source>
      <translation>Testen</translation>
    </message>
    <message>
      <source>Test the chosen model on this computer</source>
      <translation>Das gewählte Modell auf diesem Rechner testen</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text file busy</source>
      <translation>Datei wird gerade benutzt</translation>
    </message>
    <message>
      <source>Text of the macro</source>
      <translation>Text des Textbausteins</translation>
    </message>
    <message>
      <source>Text of the reply</source>
      <translation>Text der Antwort</translation>
    </message>
    <message>
      <source>Text of the ticket</source>
      <translation>Text des Tickets</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <source>Text to forward</source>
      <translation>Text der Weiterleitung</translation>
    </message>
    <message>
      <source>Thai</source>
      <translation>Thai</translation>
    </message>
    <message>
      <source>That was the whole way</source>
      <translation>Das war der ganze Weg</translation>
    </message>
    <message>
      <source>The From address of replies.</source>
      <translation>Die Absenderadresse von Antworten.</translation>
    </message>
    <message>
      <source>The SQLite driver is {found}, at least {needed} is needed to keep your data safe; run the setup again.</source>
      <translation>Der SQLite-Treiber ist {found}, mindestens {needed} ist nötig, damit Ihre Daten sicher sind; führen Sie die Einrichtung noch einmal aus.</translation>
    </message>
    <message>
      <source>The agent it belongs to</source>
      <translation>Der Agent, dem es gehört</translation>
    </message>
    <message>
      <source>The agent's advice: {hint}</source>
      <translation>Rat des Agenten: {hint}</translation>
    </message>
    <message>
      <source>The answer, without greeting and closing</source>
      <translation>Die Antwort, ohne Gruß und Schluss</translation>
    </message>
    <message>
      <source>The articles found agree</source>
      <translation>Die gefundenen Artikel stimmen überein</translation>
    </message>
    <message>
      <source>The articles it cites, with semicolons between</source>
      <translation>Die Artikel, die er zitiert, durch Strichpunkte getrennt</translation>
    </message>
    <message>
      <source>The band bounds each point by itself; a certificate asks for more, because it looks at many points.</source>
      <translation>Das Band begrenzt jeden Punkt für sich; ein Zertifikat verlangt mehr, weil es viele Punkte ansieht.</translation>
    </message>
    <message>
      <source>The best passage has the question's rare words</source>
      <translation>Die beste Textstelle hat die seltenen Wörter der Frage</translation>
    </message>
    <message>
      <source>The best passage means what was asked</source>
      <translation>Die beste Textstelle meint, was gefragt wurde</translation>
    </message>
    <message>
      <source>The built-in embedder</source>
      <translation>Der eingebaute Einbetter</translation>
    </message>
    <message>
      <source>The button is on the other side</source>
      <translation>Der Knopf ist auf der anderen Seite</translation>
    </message>
    <message>
      <source>The checked answers are a sample of old tickets whose size was fixed beforehand.</source>
      <translation>Die geprüften Antworten sind eine Stichprobe alter Tickets, deren Größe vorher feststand.</translation>
    </message>
    <message>
      <source>The checked answers were drawn by lot before they were scored; the claim holds whenever one looks.</source>
      <translation>Die geprüften Antworten wurden ausgelost, bevor sie bewertet wurden; die Aussage gilt, wann immer man nachsieht.</translation>
    </message>
    <message>
      <source>The chosen line of evidence in full</source>
      <translation>Die gewählte Belegzeile im Ganzen</translation>
    </message>
    <message>
      <source>The cited article is about what was asked</source>
      <translation>Der zitierte Artikel handelt von dem, was gefragt wurde</translation>
    </message>
    <message>
      <source>The cited article's title is about something else</source>
      <translation>Der Titel des zitierten Artikels handelt von etwas anderem</translation>
    </message>
    <message>
      <source>The clock runs until you would send it. What you type is thrown away; only the seconds are kept.</source>
      <translation>Die Uhr läuft, bis Sie es senden würden. Was Sie tippen, wird verworfen; nur die Sekunden werden aufgehoben.</translation>
    </message>
    <message>
      <source>The computer's clock jumped</source>
      <translation>Die Uhr des Rechners sprang</translation>
    </message>
    <message>
      <source>The conversation around it, as it was searched: “{around}”</source>
      <translation>Die Unterhaltung darum herum, wie nach ihr gesucht wurde: „{around}“</translation>
    </message>
    <message>
      <source>The conversation in short</source>
      <translation>Das Gespräch in Kürze</translation>
    </message>
    <message>
      <source>The customer asks for a person</source>
      <translation>Der Kunde verlangt einen Menschen</translation>
    </message>
    <message>
      <source>The customer had enough such answers that day</source>
      <translation>Der Kunde hatte an diesem Tag genug solcher Antworten</translation>
    </message>
    <message>
      <source>The customer is angry</source>
      <translation>Der Kunde ist verärgert</translation>
    </message>
    <message>
      <source>The customer says it is urgent</source>
      <translation>Der Kunde sagt, es sei dringend</translation>
    </message>
    <message>
      <source>The customer says it is urgent: a person decides</source>
      <translation>Der Kunde sagt, es sei dringend: Ein Mensch entscheidet</translation>
    </message>
    <message>
      <source>The customer sent a file along</source>
      <translation>Der Kunde schickte eine Datei mit</translation>
    </message>
    <message>
      <source>The customer wrote again</source>
      <translation>Der Kunde schrieb noch einmal</translation>
    </message>
    <message>
      <source>The customer wrote again or someone replied while you were writing. Your text stays here until you look.</source>
      <translation>Der Kunde schrieb noch einmal oder jemand hat geantwortet, während Sie schrieben. Ihr Text bleibt hier, bis Sie nachsehen.</translation>
    </message>
    <message>
      <source>The customer's first message, whole</source>
      <translation>Die erste Nachricht des Kunden, ganz</translation>
    </message>
    <message>
      <source>The customer's language could not be told; the reply is in {0}</source>
      <translation>Die Sprache des Kunden war nicht zu erkennen; die Antwort ist auf {0}</translation>
    </message>
    <message>
      <source>The customer's newest rating, 1 to 5 stars</source>
      <translation>Die neueste Bewertung des Kunden, 1 bis 5 Sterne</translation>
    </message>
    <message>
      <source>The customer's question</source>
      <translation>Frage des Kunden</translation>
    </message>
    <message>
      <source>The day by the hour</source>
      <translation>Der Tag nach Stunden</translation>
    </message>
    <message>
      <source>The decision was taken back; the text is as you left it.</source>
      <translation>Die Entscheidung wurde zurückgenommen; der Text ist, wie Sie ihn verließen.</translation>
    </message>
    <message>
      <source>The desk drafted this one. Make it what you would send.</source>
      <translation>Diesen Entwurf hat der Helpdesk geschrieben. Machen Sie daraus, was Sie senden würden.</translation>
    </message>
    <message>
      <source>The desk switched this rule off: {reason}</source>
      <translation>Der Helpdesk hat diese Regel ausgeschaltet: {reason}</translation>
    </message>
    <message>
      <source>The desk was opened anew with the changed settings while this ran; do it once more. What was saved before is safe.</source>
      <translation>Der Helpdesk wurde währenddessen mit geänderten Einstellungen neu geöffnet; tun Sie es noch einmal. Was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
      <source>The disk did not answer</source>
      <translation>Die Platte antwortet nicht</translation>
    </message>
    <message>
      <source>The disk is full</source>
      <translation>Die Platte ist voll</translation>
    </message>
    <message>
      <source>The disk refused to read or write {path} ({detail}); check the disk, then try again. What was saved before is safe.</source>
      <translation>Die Platte konnte {path} nicht lesen oder schreiben ({detail}); prüfen Sie die Platte, und versuchen Sie es noch einmal. Was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
      <source>The draft</source>
      <translation>Der Entwurf</translation>
    </message>
    <message>
      <source>The draft and what was changed in it</source>
      <translation>Der Entwurf und was daran geändert wurde</translation>
    </message>
    <message>
      <source>The draft changed</source>
      <translation>Der Entwurf hat sich geändert</translation>
    </message>
    <message>
      <source>The draft cites nothing</source>
      <translation>Der Entwurf zitiert nichts</translation>
    </message>
    <message>
      <source>The draft contains a long code nobody can read, which no source has</source>
      <translation>Der Entwurf enthält einen langen, unlesbaren Code, den keine Quelle hat</translation>
    </message>
    <message>
      <source>The draft contains an image or script address</source>
      <translation>Der Entwurf enthält eine Bild- oder Skriptadresse</translation>
    </message>
    <message>
      <source>The draft contains an unfilled placeholder</source>
      <translation>Der Entwurf enthält einen nicht ausgefüllten Platzhalter</translation>
    </message>
    <message>
      <source>The draft contains characters nobody can see</source>
      <translation>Der Entwurf enthält Zeichen, die niemand sieht</translation>
    </message>
    <message>
      <source>The draft for ticket {number} is ready</source>
      <translation>Der Entwurf zu Ticket {number} ist fertig</translation>
    </message>
    <message>
      <source>The draft gives away the instructions given to the model</source>
      <translation>Der Entwurf verrät die Anweisungen an das Modell</translation>
    </message>
    <message>
      <source>The draft is being written…</source>
      <translation>Der Entwurf wird geschrieben …</translation>
    </message>
    <message>
      <source>The draft is in another language than the customer's</source>
      <translation>Der Entwurf ist in einer anderen Sprache als der des Kunden</translation>
    </message>
    <message>
      <source>The draft is long</source>
      <translation>Der Entwurf ist lang</translation>
    </message>
    <message>
      <source>The draft is much longer than what it stands on, or repeats itself</source>
      <translation>Der Entwurf ist viel länger als das, worauf er sich stützt, oder wiederholt sich</translation>
    </message>
    <message>
      <source>The draft is right</source>
      <translation>Der Entwurf ist richtig</translation>
    </message>
    <message>
      <source>The draft is wrong</source>
      <translation>Der Entwurf ist falsch</translation>
    </message>
    <message>
      <source>The draft names an amount of money no source has</source>
      <translation>Der Entwurf nennt einen Geldbetrag, den keine Quelle hat</translation>
    </message>
    <message>
      <source>The draft promises something no source backs</source>
      <translation>Der Entwurf verspricht etwas, das keine Quelle belegt</translation>
    </message>
    <message>
      <source>The draft quotes a macro, not an article</source>
      <translation>Der Entwurf zitiert einen Textbaustein, keinen Artikel</translation>
    </message>
    <message>
      <source>The draft quotes an internal article</source>
      <translation>Der Entwurf zitiert einen internen Artikel</translation>
    </message>
    <message>
      <source>The draft repeats the instructions given to the model</source>
      <translation>Der Entwurf wiederholt die Anweisungen an das Modell</translation>
    </message>
    <message>
      <source>The draft says that it knows no answer</source>
      <translation>Der Entwurf sagt, dass er keine Antwort kennt</translation>
    </message>
    <message>
      <source>The draft stands on an article that gives instructions to the program</source>
      <translation>Der Entwurf stützt sich auf einen Artikel, der dem Programm Anweisungen gibt</translation>
    </message>
    <message>
      <source>The draft stands on an article that is due for a review</source>
      <translation>Der Entwurf stützt sich auf einen Artikel, der zu prüfen ist</translation>
    </message>
    <message>
      <source>The draft swears</source>
      <translation>Der Entwurf flucht</translation>
    </message>
    <message>
      <source>The draft was not finished ({detail}); draft again, or let the knowledge base be quoted instead.</source>
      <translation>Der Entwurf wurde nicht fertig ({detail}); entwerfen Sie neu, oder lassen Sie stattdessen aus der Wissensbasis zitieren.</translation>
    </message>
    <message>
      <source>The environment decides the model ({pinned}); it cannot be changed here.</source>
      <translation>Die Umgebung legt das Modell fest ({pinned}); hier lässt es sich nicht ändern.</translation>
    </message>
    <message>
      <source>The environment decides this ({variable}); it cannot be changed here.</source>
      <translation>Die Umgebung legt das fest ({variable}); hier lässt es sich nicht ändern.</translation>
    </message>
    <message>
      <source>The evidence so far would do: from a score of {cut} on, by now {wrong} wrong of {checked} checked. {coverage} of drafts reach it.</source>
      <translation>Die bisherigen Belege würden reichen: Ab einem Wert von {cut} sind bis jetzt {wrong} von {checked} geprüften falsch. {coverage} der Entwürfe erreichen ihn.</translation>
    </message>
    <message>
      <source>The export was cancelled; nothing was written.</source>
      <translation>Der Export wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
      <source>The file changed meanwhile</source>
      <translation>Die Datei hat sich inzwischen geändert</translation>
    </message>
    <message>
      <source>The file changed on disk</source>
      <translation>Die Datei auf der Platte hat sich geändert</translation>
    </message>
    <message>
      <source>The file was read in. Your text is still here: save it again to put it in force.</source>
      <translation>Die Datei ist eingelesen. Ihr Text ist noch da: Speichern Sie noch einmal, um ihn in Kraft zu setzen.</translation>
    </message>
    <message>
      <source>The first model that can chat</source>
      <translation>Das erste Modell, das chatten kann</translation>
    </message>
    <message>
      <source>The first one opens here as soon as it is ready.</source>
      <translation>Der erste öffnet sich hier, sobald er fertig ist.</translation>
    </message>
    <message>
      <source>The first reply is due in {span}, at {moment}</source>
      <translation>Die erste Antwort ist in {span} fällig, {moment}</translation>
    </message>
    <message>
      <source>The first reply is overdue by {span}</source>
      <translation>Die erste Antwort ist seit {span} überfällig</translation>
    </message>
    <message>
      <source>The first reply, whole</source>
      <translation>Die erste Antwort, ganz</translation>
    </message>
    <message>
      <source>The first that can chat</source>
      <translation>Das erste, das chatten kann</translation>
    </message>
    <message>
      <source>The first version, there is none before it: {spoken_totals}</source>
      <translation>Die erste Fassung, vorher gab es keine: {spoken_totals}</translation>
    </message>
    <message>
      <source>The first {n}; “List the tickets” has all.</source>
      <translation>Die ersten {n}; „Tickets auflisten“ zeigt alle.</translation>
    </message>
    <message>
      <source>The fixed line must be from {wanted}. Nothing was changed.</source>
      <translation>Die feste Grenze muss ab {wanted} liegen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>The folder of this base</source>
      <translation>Der Ordner dieser Wissensbasis</translation>
    </message>
    <message>
      <source>The forward holds a bank account number</source>
      <translation>Die Weiterleitung enthält eine Kontonummer</translation>
    </message>
    <message>
      <source>The forward holds a card number</source>
      <translation>Die Weiterleitung enthält eine Kartennummer</translation>
    </message>
    <message>
      <source>The forward holds a tax number</source>
      <translation>Die Weiterleitung enthält eine Steuernummer</translation>
    </message>
    <message>
      <source>The forward holds the number of an identity document</source>
      <translation>Die Weiterleitung enthält eine Ausweisnummer</translation>
    </message>
    <message>
      <source>The forward holds what is hidden here as {0}</source>
      <translation>Die Weiterleitung enthält, was hier als {0} verborgen wird</translation>
    </message>
    <message>
      <source>The forward repeats an internal note of {0}</source>
      <translation>Die Weiterleitung wiederholt eine interne Notiz von {0}</translation>
    </message>
    <message>
      <source>The goal is set. The evidence counts from now on.</source>
      <translation>Das Ziel ist gesetzt. Die Belege zählen ab jetzt.</translation>
    </message>
    <message>
      <source>The goal: at most {alpha} wrong, with {what} confidence.</source>
      <translation>Das Ziel: höchstens {alpha} falsch, mit {what} Sicherheit.</translation>
    </message>
    <message>
      <source>The import is stored and found by its words; search by meaning follows when the index is back ({0}).</source>
      <translation>Der Import ist gespeichert und wird über seine Wörter gefunden; die Suche nach Bedeutung folgt, wenn der Index wieder da ist ({0}).</translation>
    </message>
    <message numerus="yes">
      <source>The index is built anew: {n} passages.</source>
      <translation>
        <numerusform>Der Index ist neu aufgebaut: {n} Textstelle.</numerusform>
        <numerusform>Der Index ist neu aufgebaut: {n} Textstellen.</numerusform>
      </translation>
    </message>
    <message>
      <source>The keys could not be kept: {reason}.</source>
      <translation>Die Tasten konnten nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
      <source>The knowledge base has nothing near it.</source>
      <translation>Die Wissensbasis hat nichts Ähnliches.</translation>
    </message>
    <message>
      <source>The knowledge base was quoted instead of asking the model: {0}</source>
      <translation>Statt das Modell zu fragen, wurde die Wissensbasis zitiert: {0}</translation>
    </message>
    <message>
      <source>The knowledge base was searched</source>
      <translation>Die Wissensbasis wurde durchsucht</translation>
    </message>
    <message>
      <source>The language it is written in</source>
      <translation>Die Sprache, in der es geschrieben ist</translation>
    </message>
    <message>
      <source>The language of the search field has no words for these conditions.</source>
      <translation>Die Sprache des Suchfelds hat keine Worte für diese Bedingungen.</translation>
    </message>
    <message>
      <source>The last {days} days</source>
      <translation>Die letzten {days} Tage</translation>
    </message>
    <message>
      <source>The link comes from a message. Its words may say something else than where it leads.</source>
      <translation>Der Verweis kommt aus einer Nachricht. Was er zu sein vorgibt, muss nicht sein Ziel sein.</translation>
    </message>
    <message>
      <source>The list cannot be sorted by a field of your own. Conditions of views, or {key}: in a search, find values.</source>
      <translation>Nach einem eigenen Feld lässt sich die Liste nicht sortieren. Bedingungen von Ansichten oder {key}: in einer Suche finden Werte.</translation>
    </message>
    <message>
      <source>The list is not sorted by this; the button at the lower right has what it is sorted and grouped by.</source>
      <translation>Hiernach wird die Liste nicht sortiert; der Knopf unten rechts nennt, wonach sie sortiert und gruppiert wird.</translation>
    </message>
    <message>
      <source>The manual is not here</source>
      <translation>Das Handbuch ist nicht da</translation>
    </message>
    <message>
      <source>The message asks for nothing: no reply suggested.</source>
      <translation>Die Nachricht bittet um nichts: keine Antwort vorgeschlagen.</translation>
    </message>
    <message>
      <source>The message asks nothing</source>
      <translation>Die Nachricht fragt nichts</translation>
    </message>
    <message>
      <source>The message gives instructions to the program; they were ignored</source>
      <translation>Die Nachricht gibt dem Programm Anweisungen; sie wurden nicht befolgt</translation>
    </message>
    <message>
      <source>The message gives orders to the program</source>
      <translation>Die Nachricht gibt dem Programm Befehle</translation>
    </message>
    <message>
      <source>The message is severe</source>
      <translation>Die Nachricht wiegt schwer</translation>
    </message>
    <message>
      <source>The message looks like advertising</source>
      <translation>Die Nachricht sieht nach Werbung aus</translation>
    </message>
    <message>
      <source>The message looks like spam</source>
      <translation>Die Nachricht sieht nach Spam aus</translation>
    </message>
    <message>
      <source>The message was read</source>
      <translation>Die Nachricht wurde gelesen</translation>
    </message>
    <message>
      <source>The model came to its end</source>
      <translation>Das Modell kam zum Ende</translation>
    </message>
    <message>
      <source>The model could as well have begun otherwise</source>
      <translation>Das Modell hätte auch anders beginnen können</translation>
    </message>
    <message>
      <source>The model did not sum it up: {why_not}.</source>
      <translation>Das Modell hat es nicht zusammengefasst: {why_not}.</translation>
    </message>
    <message>
      <source>The model did not translate it: {why_not}.</source>
      <translation>Das Modell hat es nicht übersetzt: {why_not}.</translation>
    </message>
    <message>
      <source>The model failed ({detail}), so it is left alone for {seconds} seconds; {meanwhile}.</source>
      <translation>Das Modell ist gescheitert ({detail}), darum bleibt es {seconds} Sekunden in Ruhe; {meanwhile}.</translation>
    </message>
    <message>
      <source>The model folder {folder} cannot be used: {detail}. Search goes on with words only; choose another folder.</source>
      <translation>Der Modellordner {folder} ist nicht zu gebrauchen: {detail}. Die Suche geht nur mit Wörtern weiter; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>The model has not begun with this draft; there is nothing to stop yet.</source>
      <translation>Das Modell hat mit diesem Entwurf nicht begonnen; es gibt noch nichts zu stoppen.</translation>
    </message>
    <message>
      <source>The model has not begun yet.</source>
      <translation>Das Modell hat noch nicht begonnen.</translation>
    </message>
    <message>
      <source>The model hesitated at some words</source>
      <translation>Das Modell zögerte bei einigen Wörtern</translation>
    </message>
    <message>
      <source>The model hesitated nowhere</source>
      <translation>Das Modell zögerte nirgends</translation>
    </message>
    <message>
      <source>The model is asked…</source>
      <translation>Das Modell wird gefragt …</translation>
    </message>
    <message>
      <source>The model is back: this draft was written anew.</source>
      <translation>Das Modell ist wieder da: Dieser Entwurf wurde neu geschrieben.</translation>
    </message>
    <message>
      <source>The model is back; quoted drafts wait: {paused}</source>
      <translation>Das Modell ist wieder da; zitierte Entwürfe warten: {paused}</translation>
    </message>
    <message>
      <source>The model knew at once how to begin</source>
      <translation>Das Modell wusste gleich, wie es beginnt</translation>
    </message>
    <message>
      <source>The model may not write {0} well</source>
      <translation>Das Modell schreibt {0} vielleicht nicht gut</translation>
    </message>
    <message>
      <source>The model server does not have the model “{model}”; install it there or choose another one.</source>
      <translation>Der Modellserver hat das Modell „{model}“ nicht; installieren Sie es dort, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
      <source>The model server does not say how sure the model was</source>
      <translation>Der Modellserver sagt nicht, wie sicher das Modell war</translation>
    </message>
    <message>
      <source>The model server does not say what else the model would have written</source>
      <translation>Der Modellserver sagt nicht, was das Modell sonst geschrieben hätte</translation>
    </message>
    <message>
      <source>The model server does not say where the model hesitated</source>
      <translation>Der Modellserver sagt nicht, wo das Modell zögerte</translation>
    </message>
    <message>
      <source>The model server has no model that can write replies; install one there, then draft again.</source>
      <translation>Der Modellserver hat kein Modell, das Antworten schreiben kann; installieren Sie dort eines, und entwerfen Sie dann neu.</translation>
    </message>
    <message>
      <source>The model server has no room for another request ({detail}). Try again in a while; nothing was changed.</source>
      <translation>Der Modellserver hat keinen Platz für eine weitere Anfrage ({detail}). Versuchen Sie es nach einer Weile noch einmal; geändert wurde nichts.</translation>
    </message>
    <message>
      <source>The model server has no room for another request ({detail}); {meanwhile}.</source>
      <translation>Der Modellserver hat keinen Platz für eine weitere Anfrage ({detail}); {meanwhile}.</translation>
    </message>
    <message>
      <source>The model server takes the request for wrong ({detail}); {meanwhile}. Look whether a newer Ollama is there.</source>
      <translation>Der Modellserver hält die Anfrage für falsch ({detail}); {meanwhile}. Sehen Sie nach, ob es ein neueres Ollama gibt.</translation>
    </message>
    <message>
      <source>The model stopped before it was done</source>
      <translation>Das Modell hörte auf, bevor es fertig war</translation>
    </message>
    <message>
      <source>The model stopped early</source>
      <translation>Das Modell hörte zu früh auf</translation>
    </message>
    <message>
      <source>The model was cut off before it was done.</source>
      <translation>Das Modell wurde unterbrochen, bevor es fertig war.</translation>
    </message>
    <message>
      <source>The model was sure of its words</source>
      <translation>Das Modell war seiner Worte sicher</translation>
    </message>
    <message>
      <source>The model was unsure of its words</source>
      <translation>Das Modell war seiner Worte nicht sicher</translation>
    </message>
    <message>
      <source>The model writes {speed} tokens a second.</source>
      <translation>Das Modell schreibt {speed} Token je Sekunde.</translation>
    </message>
    <message>
      <source>The model writes…</source>
      <translation>Das Modell schreibt …</translation>
    </message>
    <message>
      <source>The nearest question answered before is another one</source>
      <translation>Die nächste schon beantwortete Frage ist eine andere</translation>
    </message>
    <message>
      <source>The next reply is due in {span}, at {moment}</source>
      <translation>Die nächste Antwort ist in {span} fällig, {moment}</translation>
    </message>
    <message>
      <source>The next reply is overdue by {span}</source>
      <translation>Die nächste Antwort ist seit {span} überfällig</translation>
    </message>
    <message>
      <source>The numbers</source>
      <translation>Die Zahlen</translation>
    </message>
    <message>
      <source>The other way round</source>
      <translation>Andersherum</translation>
    </message>
    <message>
      <source>The outbox is empty</source>
      <translation>Der Postausgang ist leer</translation>
    </message>
    <message>
      <source>The page is {target}.</source>
      <translation>Die Seite ist {target}.</translation>
    </message>
    <message>
      <source>The passages have nearly all words of the question</source>
      <translation>Die Textstellen haben fast alle Wörter der Frage</translation>
    </message>
    <message>
      <source>The person who wrote</source>
      <translation>Wer schrieb</translation>
    </message>
    <message>
      <source>The question goes under replies that a person or a certificate let go; its answer comes back by mail and counts once. A rating of 1 or 2 counts as a wrong answer for the score.</source>
      <translation>Die Frage steht unter Antworten, die ein Mensch freigegeben hat oder die dank eines Zertifikats von selbst hinausgingen; die Bewertung kommt per Mail und zählt einmal. Eine Bewertung von 1 oder 2 zählt für den Wert als falsche Antwort.</translation>
    </message>
    <message>
      <source>The question is detailed</source>
      <translation>Die Frage ist ausführlich</translation>
    </message>
    <message>
      <source>The question says very little</source>
      <translation>Die Frage sagt sehr wenig</translation>
    </message>
    <message>
      <source>The question's words stand apart in the sources</source>
      <translation>Die Wörter der Frage stehen in den Quellen weit auseinander</translation>
    </message>
    <message>
      <source>The queue cannot be shown</source>
      <translation>Die Prüfliste kann nicht gezeigt werden</translation>
    </message>
    <message>
      <source>The quick filters leave no ticket of this list.</source>
      <translation>Die Schnellfilter lassen kein Ticket dieser Liste übrig.</translation>
    </message>
    <message>
      <source>The quotes share few words with the question</source>
      <translation>Die Zitate haben wenige Wörter mit der Frage gemeinsam</translation>
    </message>
    <message>
      <source>The quotes speak of what was asked</source>
      <translation>Die Zitate sprechen von dem, was gefragt wurde</translation>
    </message>
    <message>
      <source>The reason a draft was rejected for</source>
      <translation>Der Grund, aus dem ein Entwurf abgelehnt wurde</translation>
    </message>
    <message>
      <source>The remembered answer</source>
      <translation>Die gemerkte Antwort</translation>
    </message>
    <message>
      <source>The replay</source>
      <translation>Die Wiederholung</translation>
    </message>
    <message>
      <source>The reply has already left the outbox; write to the customer again if it needs correcting.</source>
      <translation>Die Antwort hat den Postausgang schon verlassen; schreiben Sie dem Kunden noch einmal, wenn sie berichtigt werden muss.</translation>
    </message>
    <message>
      <source>The reply is empty; write something, or reject the draft with a reason.</source>
      <translation>Die Antwort ist leer; schreiben Sie etwas, oder lehnen Sie den Entwurf mit einem Grund ab.</translation>
    </message>
    <message>
      <source>The reply is on its way again.</source>
      <translation>Die Antwort ist wieder unterwegs.</translation>
    </message>
    <message>
      <source>The reply leaves in a moment.</source>
      <translation>Die Antwort geht gleich hinaus.</translation>
    </message>
    <message>
      <source>The reply repeats words of “{0}”, which is internal</source>
      <translation>Die Antwort wiederholt Worte aus „{0}“, das intern ist</translation>
    </message>
    <message>
      <source>The reply was checked</source>
      <translation>Die Antwort wurde geprüft</translation>
    </message>
    <message>
      <source>The reply was written</source>
      <translation>Die Antwort wurde geschrieben</translation>
    </message>
    <message>
      <source>The report could not be written.</source>
      <translation>Der Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>The report is in {path}.</source>
      <translation>Der Bericht liegt unter {path}.</translation>
    </message>
    <message>
      <source>The rest is reckoned by and by while the desk is open.</source>
      <translation>Der Rest wird nach und nach gerechnet, solange der Helpdesk offen ist.</translation>
    </message>
    <message>
      <source>The rule works from now on</source>
      <translation>Die Regel wirkt ab jetzt</translation>
    </message>
    <message>
      <source>The rule “{rule}” was switched off: {reason}</source>
      <translation>Die Regel „{rule}“ wurde ausgeschaltet: {reason}</translation>
    </message>
    <message>
      <source>The search did not answer.</source>
      <translation>Die Suche hat nicht geantwortet.</translation>
    </message>
    <message>
      <source>The search index is being repaired; a simpler search answered</source>
      <translation>Der Suchindex wird repariert; eine einfachere Suche hat geantwortet</translation>
    </message>
    <message>
      <source>The search index is not trusted ({detail}); search answers from the store meanwhile and heals by itself.</source>
      <translation>Dem Suchindex ist nicht zu trauen ({detail}); bis er von selbst repariert ist, antwortet die Suche aus dem Speicher.</translation>
    </message>
    <message>
      <source>The sentences are backed by their sources</source>
      <translation>Die Sätze sind in ihren Quellen belegt</translation>
    </message>
    <message>
      <source>The server at {host} cannot be used: {detail}</source>
      <translation>Der Server unter {host} ist nicht zu gebrauchen: {detail}</translation>
    </message>
    <message>
      <source>The server at {host} has no model{missing}. Pull one by its name.</source>
      <translation>Der Server unter {host} hat kein Modell{missing}. Holen Sie eines beim Namen.</translation>
    </message>
    <message>
      <source>The solution is due in {span}, at {moment}</source>
      <translation>Die Lösung ist in {span} fällig, {moment}</translation>
    </message>
    <message>
      <source>The solution is overdue by {span}</source>
      <translation>Die Lösung ist seit {span} überfällig</translation>
    </message>
    <message>
      <source>The sources are in another language than the customer's</source>
      <translation>Die Quellen sind in einer anderen Sprache als der des Kunden</translation>
    </message>
    <message>
      <source>The sources do not answer the question.</source>
      <translation>Die Quellen beantworten die Frage nicht.</translation>
    </message>
    <message>
      <source>The sources use the question's own phrases</source>
      <translation>Die Quellen verwenden die Wendungen der Frage</translation>
    </message>
    <message>
      <source>The store could not be brought up to date</source>
      <translation>Der Speicher konnte nicht auf den neuen Stand gebracht werden</translation>
    </message>
    <message>
      <source>The store is damaged</source>
      <translation>Der Speicher ist beschädigt</translation>
    </message>
    <message>
      <source>The system refused</source>
      <translation>Das System weigert sich</translation>
    </message>
    <message>
      <source>The text</source>
      <translation>Der Text</translation>
    </message>
    <message>
      <source>The text names a customer</source>
      <translation>Der Text nennt einen Kunden</translation>
    </message>
    <message>
      <source>The text now</source>
      <translation>Der Text jetzt</translation>
    </message>
    <message>
      <source>The text of {when} becomes the one in force, and is written to {path}. The present one stays in the history.</source>
      <translation>Der Text von {when} tritt in Kraft und wird nach {path} geschrieben. Der jetzige bleibt im Verlauf.</translation>
    </message>
    <message>
      <source>The text still has {names}.</source>
      <translation>Der Text enthält noch {names}.</translation>
    </message>
    <message>
      <source>The text you were writing is kept.</source>
      <translation>Der Text, den Sie schrieben, ist aufgehoben.</translation>
    </message>
    <message>
      <source>The ticket as it was</source>
      <translation>Das Ticket, wie es war</translation>
    </message>
    <message>
      <source>The ticket is urgent or of high priority</source>
      <translation>Das Ticket ist dringend oder von hoher Priorität</translation>
    </message>
    <message>
      <source>The ticket is {status} now.</source>
      <translation>Das Ticket ist jetzt {status}.</translation>
    </message>
    <message>
      <source>The ticket moved on</source>
      <translation>Das Ticket ist weitergegangen</translation>
    </message>
    <message>
      <source>The ticket was typed in here, not sent by the customer</source>
      <translation>Das Ticket wurde hier getippt, nicht vom Kunden gesendet</translation>
    </message>
    <message>
      <source>The tour</source>
      <translation>Der Rundgang</translation>
    </message>
    <message>
      <source>The tour: five steps to a first answer</source>
      <translation>Der Rundgang: in fünf Schritten zur ersten Antwort</translation>
    </message>
    <message>
      <source>The version as it was</source>
      <translation>Die Fassung, wie sie war</translation>
    </message>
    <message>
      <source>The view “{name}” is removed.</source>
      <translation>Die Ansicht „{name}“ ist entfernt.</translation>
    </message>
    <message>
      <source>The view “{name}” is saved.</source>
      <translation>Die Ansicht „{name}“ ist gespeichert.</translation>
    </message>
    <message>
      <source>The whole sample is judged, and a certificate stands on it. {headline}</source>
      <translation>Die ganze Stichprobe ist beurteilt, und ein Zertifikat beruht darauf. {headline}</translation>
    </message>
    <message>
      <source>The whole sample is judged. The report says what that proves.</source>
      <translation>Die ganze Stichprobe ist beurteilt. Der Bericht sagt, was das nachweist.</translation>
    </message>
    <message>
      <source>The window starts in the tray when closing leaves it there, else minimised.</source>
      <translation>Das Fenster startet im Infobereich, wenn es beim Schließen dort bleibt, sonst minimiert.</translation>
    </message>
    <message>
      <source>The words of the note</source>
      <translation>Die Worte der Notiz</translation>
    </message>
    <message>
      <source>The words of the notice</source>
      <translation>Die Worte des Hinweises</translation>
    </message>
    <message>
      <source>The workspace's folder</source>
      <translation>Ordner des Arbeitsbereichs</translation>
    </message>
    <message>
      <source>The {channel} channel did not take it: {detail}. It stays in the outbox; retry from there.</source>
      <translation>Der Kanal „{channel}“ nahm sie nicht an: {detail}. Sie bleibt im Postausgang; versuchen Sie es von dort noch einmal.</translation>
    </message>
    <message>
      <source>The {what} of this message is not shown: {detail}. Its plain text stands here, and the original can be saved.</source>
      <translation>{what} dieser Nachricht wird nicht gezeigt: {detail}. Hier steht ihr einfacher Text, und das Original lässt sich speichern.</translation>
    </message>
    <message>
      <source>Their address</source>
      <translation>Ihre Adresse</translation>
    </message>
    <message>
      <source>Their message, and the reply</source>
      <translation>Ihre Nachricht und die Antwort</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <source>Then and now</source>
      <translation>Damals und jetzt</translation>
    </message>
    <message>
      <source>Then the ticket is {status}.</source>
      <translation>Das Ticket ist dann {status}.</translation>
    </message>
    <message>
      <source>Then {coverage} of drafts would qualify.</source>
      <translation>Dann kämen {coverage} der Entwürfe infrage.</translation>
    </message>
    <message>
      <source>There is no article to stand on; import a folder of markdown files first.</source>
      <translation>Es gibt keinen Artikel, auf den man sich stützen könnte; importieren Sie zuerst einen Ordner mit Markdown-Dateien.</translation>
    </message>
    <message>
      <source>There is no certificate to sign. Set a goal and review drafts as ever; Insights, Sending says how many are still needed.</source>
      <translation>Es gibt kein Zertifikat zu unterschreiben. Setzen Sie ein Ziel, und prüfen Sie Entwürfe wie immer; Auswertung, Versand sagt, wie viele noch nötig sind.</translation>
    </message>
    <message>
      <source>There is no earlier text: this is the first since the customer's last message.</source>
      <translation>Es gibt keinen früheren Text: Das ist der erste seit der letzten Nachricht des Kunden.</translation>
    </message>
    <message>
      <source>There is no field “{word}”. Did you mean {names}?</source>
      <translation>Ein Feld „{word}“ gibt es nicht. Meinten Sie {names}?</translation>
    </message>
    <message>
      <source>There is no field “{word}”. To search for it as text, put it in quotes.</source>
      <translation>Ein Feld „{word}“ gibt es nicht. Um es als Text zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
      <source>There is no room left at {path}; free some space and do it again. What was saved before is safe.</source>
      <translation>Bei {path} ist kein Platz mehr; schaffen Sie Platz, und tun Sie es noch einmal. Was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
      <source>There is no such folder. Create it first, or choose another one.</source>
      <translation>Diesen Ordner gibt es nicht. Legen Sie ihn erst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>There is no text and no file on the clipboard.</source>
      <translation>In der Zwischenablage ist kein Text und keine Datei.</translation>
    </message>
    <message>
      <source>There is no text in {name}.</source>
      <translation>In {name} ist kein Text.</translation>
    </message>
    <message>
      <source>There is no word to search for. Emoji and other signs cannot be found; type a word that stands near them.</source>
      <translation>Hier ist kein Wort, nach dem gesucht werden kann. Emojis und andere Zeichen lassen sich nicht finden; schreiben Sie ein Wort, das in ihrer Nähe steht.</translation>
    </message>
    <message>
      <source>There is no {what} {key} in this workspace; check the number, or look it up in the list.</source>
      <translation>{what} {key} gibt es in diesem Arbeitsbereich nicht; prüfen Sie die Nummer, oder sehen Sie in der Liste nach.</translation>
    </message>
    <message>
      <source>There is nothing more to time: one side is used up. The report says what the difference is worth.</source>
      <translation>Es gibt nichts mehr zu messen: Auf einer Seite sind alle Tickets verbraucht. Der Bericht sagt, was der Unterschied wert ist.</translation>
    </message>
    <message>
      <source>There is nothing of yours to take back.</source>
      <translation>Es gibt nichts von Ihnen zurückzunehmen.</translation>
    </message>
    <message>
      <source>There is nothing to do again.</source>
      <translation>Es gibt nichts wieder zu tun.</translation>
    </message>
    <message>
      <source>There was no address to answer to</source>
      <translation>Es gab keine Adresse für die Antwort</translation>
    </message>
    <message>
      <source>There was no room for {names}: attach it to a mail of its own.</source>
      <translation>Kein Platz für {names}: Hängen Sie es an eine eigene Mail.</translation>
    </message>
    <message>
      <source>These lines came with the desk. Only a word that none of your articles has, or in a search for tickets none of them, is searched as the others of its line, and your own lines go before them. Take the tick away from a line that misleads.</source>
      <translation>Diese Zeilen wurden mitgeliefert. Nur ein Wort, das in keinem Ihrer Artikel steht, oder bei der Suche nach Tickets in keinem von diesen, wird als die anderen seiner Zeile gesucht, und Ihre eigenen Zeilen gehen vor. Nehmen Sie einer Zeile, die in die Irre führt, den Haken.</translation>
    </message>
    <message>
      <source>These words, one after the other</source>
      <translation>Diese Wörter, eines nach dem anderen</translation>
    </message>
    <message>
      <source>They wait</source>
      <translation>Sie warten</translation>
    </message>
    <message>
      <source>Third person</source>
      <translation>Dritte Person</translation>
    </message>
    <message>
      <source>This desk</source>
      <translation>Dieser Helpdesk</translation>
    </message>
    <message>
      <source>This desk is set to quote the knowledge base only, and this needs a model; choose who drafts in Preferences.</source>
      <translation>Dieser Helpdesk ist so eingestellt, dass er nur aus der Wissensbasis zitiert, und dies braucht ein Modell; wählen Sie in den Einstellungen, wer entwirft.</translation>
    </message>
    <message>
      <source>This draft was approved; the reply is on its way.</source>
      <translation>Dieser Entwurf wurde freigegeben; die Antwort ist unterwegs.</translation>
    </message>
    <message>
      <source>This draft was escalated.</source>
      <translation>Dieser Entwurf wurde eskaliert.</translation>
    </message>
    <message>
      <source>This draft was rejected.</source>
      <translation>Dieser Entwurf wurde abgelehnt.</translation>
    </message>
    <message>
      <source>This draft was sent.</source>
      <translation>Dieser Entwurf wurde gesendet.</translation>
    </message>
    <message>
      <source>This evening</source>
      <translation>Heute Abend</translation>
    </message>
    <message>
      <source>This file could not be read</source>
      <translation>Diese Datei ist nicht lesbar</translation>
    </message>
    <message>
      <source>This file is no picture that can be shown. It can be saved.</source>
      <translation>Diese Datei ist kein Bild, das sich zeigen ließe. Sie lässt sich speichern.</translation>
    </message>
    <message>
      <source>This is no web address</source>
      <translation>Das ist keine Webadresse</translation>
    </message>
    <message>
      <source>This is the new draft.</source>
      <translation>Das ist der neue Entwurf.</translation>
    </message>
    <message>
      <source>This knowledge base has no folder of its own</source>
      <translation>Diese Wissensbasis hat keinen eigenen Ordner</translation>
    </message>
    <message>
      <source>This list</source>
      <translation>Diese Liste</translation>
    </message>
    <message>
      <source>This looks like advertising: no reply suggested.</source>
      <translation>Das sieht nach Werbung aus: keine Antwort vorgeschlagen.</translation>
    </message>
    <message>
      <source>This message came without any layout: its words are all there is.</source>
      <translation>Diese Nachricht kam ohne Gestaltung: Ihre Worte sind alles, was es gibt.</translation>
    </message>
    <message>
      <source>This only plays it through. The goal is set under Sending, and a new goal starts its evidence anew.</source>
      <translation>Das wird nur durchgespielt. Das Ziel setzen Sie unter Versand, und mit einem neuen Ziel beginnt der Nachweis von vorn.</translation>
    </message>
    <message>
      <source>This picture is too large to paste; attach it as a file.</source>
      <translation>Dieses Bild ist zu groß zum Einfügen; hängen Sie es als Datei an.</translation>
    </message>
    <message>
      <source>This query cannot be read</source>
      <translation>Diese Suche ist nicht zu verstehen</translation>
    </message>
    <message>
      <source>This reads like {0}, not {1}.</source>
      <translation>Das liest sich wie {0}, nicht {1}.</translation>
    </message>
    <message>
      <source>This review is blind: score and reasons are told after the decision.</source>
      <translation>Diese Prüfung ist blind: Wert und Gründe erfahren Sie nach der Entscheidung.</translation>
    </message>
    <message>
      <source>This takes every day to be like the only one there is so far: {0}.</source>
      <translation>Gerechnet, als wäre jeder Tag wie der bisher einzige: {0}.</translation>
    </message>
    <message>
      <source>This takes every week to go on like the last {0} days: {1}.</source>
      <translation>Gerechnet, als ginge es jede Woche weiter wie in den letzten {0} Tagen: {1}.</translation>
    </message>
    <message>
      <source>This text</source>
      <translation>Dieser Text</translation>
    </message>
    <message>
      <source>This text was changed in another window. What stood here is among its earlier versions.</source>
      <translation>Dieser Text wurde in einem anderen Fenster geändert. Was hier stand, ist unter seinen früheren Fassungen.</translation>
    </message>
    <message>
      <source>This ticket</source>
      <translation>Dieses Ticket</translation>
    </message>
    <message>
      <source>This time {kind}: “{short}”.{truth}</source>
      <translation>Diesmal {kind}: „{short}“.{truth}</translation>
    </message>
    <message>
      <source>This watch begins when something is certified: every checked answer from then on counts.</source>
      <translation>Diese Wache beginnt, wenn etwas zertifiziert ist: Jede geprüfte Antwort ab dann zählt.</translation>
    </message>
    <message>
      <source>This {what} is {state}, so that cannot be done now; the list shows what still can.</source>
      <translation>Das geht jetzt nicht mehr ({what}: {state}); die Liste zeigt, was noch geht.</translation>
    </message>
    <message>
      <source>Those the desk is least sure of come first. Read why it is sure or not; Alt+1 opens the first source.</source>
      <translation>Die, bei denen der Helpdesk am wenigsten sicher ist, kommen zuerst. Lesen Sie, warum er sicher ist oder nicht; Alt+1 öffnet die erste Quelle.</translation>
    </message>
    <message>
      <source>Threads for embedding</source>
      <translation>Threads zum Einbetten</translation>
    </message>
    <message>
      <source>Throw away what is typed</source>
      <translation>Getipptes verwerfen</translation>
    </message>
    <message>
      <source>Ticket</source>
      <translation>Ticket</translation>
    </message>
    <message>
      <source>Ticket #{ticket} of this person looks like the same matter: {subject}. If it is another, create the ticket again.</source>
      <translation>Ticket #{ticket} dieser Person sieht nach derselben Sache aus: {subject}. Ist es eine andere, legen Sie das Ticket noch einmal an.</translation>
    </message>
    <message>
      <source>Ticket #{ticket}: look at it first</source>
      <translation>Ticket #{ticket}: erst ansehen</translation>
    </message>
    <message>
      <source>Ticket from the clipboard</source>
      <translation>Ticket aus der Zwischenablage</translation>
    </message>
    <message>
      <source>Ticket moved on</source>
      <translation>Das Ticket ist weitergegangen</translation>
    </message>
    <message>
      <source>Ticket of {whom} escalated.</source>
      <translation>Ticket von {whom} eskaliert.</translation>
    </message>
    <message>
      <source>Ticket whose drafts are shown</source>
      <translation>Ticket, dessen Entwürfe gezeigt werden</translation>
    </message>
    <message>
      <source>Ticket {asked} was merged into ticket {found}.</source>
      <translation>Ticket {asked} wurde mit Ticket {found} zusammengeführt.</translation>
    </message>
    <message>
      <source>Ticket {number}</source>
      <translation>Ticket {number}</translation>
    </message>
    <message>
      <source>Ticket {number} created. A draft is on its way.</source>
      <translation>Ticket {number} angelegt. Ein Entwurf ist unterwegs.</translation>
    </message>
    <message>
      <source>Ticket {number} from {requester}, {status}</source>
      <translation>Ticket {number} von {requester}, {status}</translation>
    </message>
    <message>
      <source>Ticket {number} is back: it has slept enough.</source>
      <translation>Ticket {number} ist zurück: Die Zeit ist um.</translation>
    </message>
    <message>
      <source>Ticket {number} is back: it is to be followed up.</source>
      <translation>Ticket {number} ist zurück: Es ist nachzufassen.</translation>
    </message>
    <message>
      <source>Ticket {number} is back: {note}</source>
      <translation>Ticket {number} ist zurück: {note}</translation>
    </message>
    <message>
      <source>Ticket {number} was taken back; it is in the history.</source>
      <translation>Ticket {number} wurde zurückgenommen; es steht im Verlauf.</translation>
    </message>
    <message>
      <source>Ticket {ticket_id} · {subject}</source>
      <translation>Ticket {ticket_id} · {subject}</translation>
    </message>
    <message>
      <source>Ticket {ticket} asked</source>
      <translation>Ticket {ticket} fragte</translation>
    </message>
    <message>
      <source>Ticket {ticket} asked: “{said}”</source>
      <translation>Ticket {ticket} fragte: „{said}“</translation>
    </message>
    <message>
      <source>Ticket {ticket} on {moment}</source>
      <translation>Ticket {ticket} am {moment}</translation>
    </message>
    <message>
      <source>Ticket {ticket} was rated {stars} of {best}</source>
      <translation>Ticket {ticket} wurde mit {stars} von {best} bewertet</translation>
    </message>
    <message>
      <source>Ticket, {status}</source>
      <translation>Ticket, {status}</translation>
    </message>
    <message>
      <source>Tickets</source>
      <translation>Tickets</translation>
    </message>
    <message>
      <source>Tickets as a table</source>
      <translation>Tickets als Tabelle</translation>
    </message>
    <message>
      <source>Tickets can be given to these people, and notes can name them. The one who sits here is added by the name under “You”. Removing somebody gives the tickets back to nobody; Ctrl+Z in the inbox takes it back.</source>
      <translation>Diesen Personen lassen sich Tickets zuweisen, und Notizen können sie nennen. Wer hier sitzt, kommt mit dem Namen unter „Sie“ dazu. Wird jemand entfernt, sind seine Tickets niemandem mehr zugewiesen; Strg+Z im Eingang nimmt es zurück.</translation>
    </message>
    <message>
      <source>Tickets come in here</source>
      <translation>Hier kommen Tickets herein</translation>
    </message>
    <message>
      <source>Tickets could not be compared ({why_not}); proposals stay as they were.</source>
      <translation>Tickets ließen sich nicht vergleichen ({why_not}); Vorschläge bleiben, wie sie waren.</translation>
    </message>
    <message>
      <source>Tickets of 30 days</source>
      <translation>Tickets der letzten 30 Tage</translation>
    </message>
    <message>
      <source>Tickets of 7 days</source>
      <translation>Tickets der letzten 7 Tage</translation>
    </message>
    <message>
      <source>Tickets of 90 days</source>
      <translation>Tickets der letzten 90 Tage</translation>
    </message>
    <message>
      <source>Tickets received</source>
      <translation>Eingegangene Tickets</translation>
    </message>
    <message>
      <source>Tickets with both words, whole or begun, wherever they stand</source>
      <translation>Tickets mit beiden Wörtern, ganz oder angefangen, wo immer sie stehen</translation>
    </message>
    <message>
      <source>Time for the second look</source>
      <translation>Zeit für den zweiten Blick</translation>
    </message>
    <message>
      <source>Time in the middle</source>
      <translation>Mittlere Zeit</translation>
    </message>
    <message>
      <source>Time replies</source>
      <translation>Antworten messen</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zeitzone</translation>
    </message>
    <message>
      <source>Time zone, like Europe/Berlin</source>
      <translation>Zeitzone, etwa Europe/Berlin</translation>
    </message>
    <message>
      <source>Timed so far: {alone} without a draft, {helped} with one</source>
      <translation>Bisher gemessen: {alone} ohne Entwurf, {helped} mit</translation>
    </message>
    <message>
      <source>Timing replies</source>
      <translation>Antworten messen</translation>
    </message>
    <message>
      <source>To</source>
      <translation>An</translation>
    </message>
    <message>
      <source>To a person</source>
      <translation>An einen Menschen</translation>
    </message>
    <message>
      <source>To be followed up</source>
      <translation>Nachzufassen</translation>
    </message>
    <message>
      <source>To do</source>
      <translation>Zu tun</translation>
    </message>
    <message>
      <source>To me ({name})</source>
      <translation>An mich ({name})</translation>
    </message>
    <message>
      <source>To nobody</source>
      <translation>An niemanden</translation>
    </message>
    <message>
      <source>To review</source>
      <translation>Zu prüfen</translation>
    </message>
    <message>
      <source>To the main window</source>
      <translation>Zum Hauptfenster</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <source>Today at {time}</source>
      <translation>Heute um {time}</translation>
    </message>
    <message>
      <source>Tokens the model reads at once.</source>
      <translation>So viele Token liest das Modell auf einmal.</translation>
    </message>
    <message>
      <source>Tokens/s</source>
      <translation>Token/s</translation>
    </message>
    <message>
      <source>Told apart: #{one} and {others}</source>
      <translation>Auseinandergehalten: #{one} und {others}</translation>
    </message>
    <message>
      <source>Told by {by}. The lines below are the customer's and your own words.</source>
      <translation>Erzählt von {by}. Die Zeilen darunter sind Worte des Kunden und Ihre eigenen.</translation>
    </message>
    <message>
      <source>Told to the model with every draft, after the rules every desk has. At most 600 characters.</source>
      <translation>Wird dem Modell mit jedem Entwurf gesagt, nach den Regeln, die jeder Helpdesk hat. Höchstens 600 Zeichen.</translation>
    </message>
    <message>
      <source>Tomorrow at {time}</source>
      <translation>Morgen um {time}</translation>
    </message>
    <message>
      <source>Tomorrow morning</source>
      <translation>Morgen früh</translation>
    </message>
    <message>
      <source>Tone</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>Too late to undo</source>
      <translation>Zu spät zum Zurücknehmen</translation>
    </message>
    <message>
      <source>Too many levels of symbolic links</source>
      <translation>Zu viele Verknüpfungen hintereinander</translation>
    </message>
    <message>
      <source>Too many open files</source>
      <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
      <source>Topic</source>
      <translation>Thema</translation>
    </message>
    <message>
      <source>Topic changed</source>
      <translation>Thema geändert</translation>
    </message>
    <message>
      <source>Translate</source>
      <translation>Übersetzen</translation>
    </message>
    <message>
      <source>Translate for me</source>
      <translation>Für mich übersetzen</translation>
    </message>
    <message>
      <source>Translate into</source>
      <translation>Übersetzen in</translation>
    </message>
    <message>
      <source>Translate into the chosen language</source>
      <translation>In die gewählte Sprache übersetzen</translation>
    </message>
    <message>
      <source>Translate the message for me</source>
      <translation>Die Nachricht für mich übersetzen</translation>
    </message>
    <message>
      <source>Translated by {model}; the customer's own words stand above.</source>
      <translation>Übersetzt von {model}; die Worte des Kunden stehen darüber.</translation>
    </message>
    <message>
      <source>Trends</source>
      <translation>Entwicklung</translation>
    </message>
    <message>
      <source>Trial</source>
      <translation>Probelauf</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Versucht</translation>
    </message>
    <message>
      <source>Tried {n} times.</source>
      <translation>{n}-mal versucht.</translation>
    </message>
    <message>
      <source>Tried: {title}</source>
      <translation>Versucht: {title}</translation>
    </message>
    <message>
      <source>Try a question: what would a draft find?</source>
      <translation>Probieren Sie eine Frage: Was würde ein Entwurf finden?</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Try the chosen one earlier</source>
      <translation>Die gewählte früher versuchen</translation>
    </message>
    <message>
      <source>Try the chosen one later</source>
      <translation>Die gewählte später versuchen</translation>
    </message>
    <message>
      <source>Try the failed files of this run again</source>
      <translation>Die fehlgeschlagenen Dateien dieses Laufs noch einmal versuchen</translation>
    </message>
    <message>
      <source>Trying again: {kb}</source>
      <translation>Noch ein Versuch: {kb}</translation>
    </message>
    <message>
      <source>Turkish</source>
      <translation>Türkisch</translation>
    </message>
    <message>
      <source>Turn off</source>
      <translation>Ausschalten</translation>
    </message>
    <message>
      <source>Turn on…</source>
      <translation>Einschalten …</translation>
    </message>
    <message>
      <source>Turn sending by itself off</source>
      <translation>Selbsttätigen Versand ausschalten</translation>
    </message>
    <message>
      <source>Turn sending by itself on</source>
      <translation>Selbsttätigen Versand einschalten</translation>
    </message>
    <message>
      <source>Turned off</source>
      <translation>Ausgeschaltet</translation>
    </message>
    <message>
      <source>Turned on</source>
      <translation>Eingeschaltet</translation>
    </message>
    <message>
      <source>Turned on without proof</source>
      <translation>Ohne Nachweis eingeschaltet</translation>
    </message>
    <message>
      <source>Two articles disagree</source>
      <translation>Zwei Artikel widersprechen sich</translation>
    </message>
    <message>
      <source>Two articles say the same and disagree. Choose which one is to change; the other stays as it is.</source>
      <translation>Zwei Artikel sprechen von demselben und widersprechen sich. Wählen Sie, welcher geändert wird; der andere bleibt, wie er ist.</translation>
    </message>
    <message>
      <source>Two lines for each ticket</source>
      <translation>Zwei Zeilen je Ticket</translation>
    </message>
    <message>
      <source>Two-letter codes of the countries whose phone numbers are recognised without their country code.</source>
      <translation>Zweibuchstabige Kürzel der Länder, deren Telefonnummern ohne Ländervorwahl erkannt werden.</translation>
    </message>
    <message>
      <source>Two-letter codes with commas between. The first one is used when a message's language cannot be told.</source>
      <translation>Zweibuchstabige Kürzel mit Kommas dazwischen. Das erste gilt, wenn die Sprache einer Nachricht nicht zu erkennen ist.</translation>
    </message>
    <message>
      <source>Type exactly this, and nothing is sent before you did: {wanted}.</source>
      <translation>Tippen Sie genau dies, vorher wird nichts gesendet: {wanted}.</translation>
    </message>
    <message>
      <source>Type it again</source>
      <translation>Noch einmal tippen</translation>
    </message>
    <message>
      <source>Type them instead</source>
      <translation>Stattdessen eintippen</translation>
    </message>
    <message>
      <source>Type {wanted} to confirm</source>
      <translation>Zur Bestätigung {wanted} tippen</translation>
    </message>
    <message>
      <source>Type: {wanted}</source>
      <translation>Tippen Sie: {wanted}</translation>
    </message>
    <message>
      <source>Unassigned</source>
      <translation>Nicht zugewiesen</translation>
    </message>
    <message>
      <source>Under 25%</source>
      <translation>Unter 25 %</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Undo all changes</source>
      <translation>Alle Änderungen zurücknehmen</translation>
    </message>
    <message>
      <source>Undo everything this run did</source>
      <translation>Alles zurücknehmen, was dieser Lauf tat</translation>
    </message>
    <message>
      <source>Undo the last decision</source>
      <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
      <source>Undo the last reply</source>
      <translation>Letzte Antwort zurücknehmen</translation>
    </message>
    <message>
      <source>Undo time</source>
      <translation>Zeit zum Zurücknehmen</translation>
    </message>
    <message>
      <source>Undo time of the desk</source>
      <translation>Zeit zum Zurücknehmen beim selbsttätigen Versand</translation>
    </message>
    <message>
      <source>Unedited</source>
      <translation>Unbearbeitet</translation>
    </message>
    <message>
      <source>Unread mention</source>
      <translation>Ungelesene Erwähnung</translation>
    </message>
    <message>
      <source>Unsent text</source>
      <translation>Nicht gesendeter Text</translation>
    </message>
    <message>
      <source>Until solved</source>
      <translation>Bis gelöst</translation>
    </message>
    <message>
      <source>Until then it can be taken back.</source>
      <translation>Bis dahin kann sie zurückgenommen werden.</translation>
    </message>
    <message>
      <source>Updated</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <source>Urgent</source>
      <translation>Dringend</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <source>Use a model folder…</source>
      <translation>Modellordner verwenden …</translation>
    </message>
    <message>
      <source>Use it</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <source>Use my earlier text</source>
      <translation>Meinen früheren Text nehmen</translation>
    </message>
    <message>
      <source>Use the built-in</source>
      <translation>Den eingebauten verwenden</translation>
    </message>
    <message>
      <source>Use the everyday words shipped with the desk</source>
      <translation>Die mitgelieferten Alltagswörter verwenden</translation>
    </message>
    <message>
      <source>Use the text on offer</source>
      <translation>Den angebotenen Text nehmen</translation>
    </message>
    <message>
      <source>Use these for all views</source>
      <translation>Diese für alle Ansichten nehmen</translation>
    </message>
    <message>
      <source>Use these keys beside those there are</source>
      <translation>Diese Tasten zusätzlich verwenden</translation>
    </message>
    <message>
      <source>Use these keys instead</source>
      <translation>Diese Tasten stattdessen verwenden</translation>
    </message>
    <message>
      <source>Use this text</source>
      <translation>Diesen Text nehmen</translation>
    </message>
    <message>
      <source>Use too</source>
      <translation>Auch verwenden</translation>
    </message>
    <message>
      <source>Use {taken} of {most} changes</source>
      <translation>{taken} von {most} Änderungen nehmen</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Value of the field</source>
      <translation>Wert des Felds</translation>
    </message>
    <message>
      <source>Values: {values}</source>
      <translation>Werte: {values}</translation>
    </message>
    <message>
      <source>Verified, {size}: {file}</source>
      <translation>Geprüft, {size}: {file}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Fassungen</translation>
    </message>
    <message>
      <source>Versions of this article</source>
      <translation>Fassungen dieses Artikels</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>View of the article</source>
      <translation>Ansicht des Artikels</translation>
    </message>
    <message>
      <source>View: {name}</source>
      <translation>Ansicht: {name}</translation>
    </message>
    <message>
      <source>Views</source>
      <translation>Ansichten</translation>
    </message>
    <message>
      <source>Wait between words</source>
      <translation>Warten zwischen Wörtern</translation>
    </message>
    <message>
      <source>Wait for first word</source>
      <translation>Warten auf das erste Wort</translation>
    </message>
    <message>
      <source>Waiting for a signature or a certificate</source>
      <translation>Wartet auf eine Unterschrift oder ein Zertifikat</translation>
    </message>
    <message>
      <source>Waiting for review</source>
      <translation>Warten auf Prüfung</translation>
    </message>
    <message>
      <source>Waiting for the index to be brought in step</source>
      <translation>Wartet, bis der Index auf dem neuen Stand ist</translation>
    </message>
    <message>
      <source>Waiting for us</source>
      <translation>Wartet auf uns</translation>
    </message>
    <message>
      <source>Waiting since</source>
      <translation>Wartet seit</translation>
    </message>
    <message>
      <source>Waiting to be checked</source>
      <translation>Warten auf die Stichprobenprüfung</translation>
    </message>
    <message>
      <source>Waiting to leave</source>
      <translation>Wartet aufs Hinausgehen</translation>
    </message>
    <message>
      <source>Wake now</source>
      <translation>Jetzt wecken</translation>
    </message>
    <message>
      <source>Wakes in a moment.</source>
      <translation>Kommt gleich wieder.</translation>
    </message>
    <message>
      <source>Wants a person</source>
      <translation>Wunsch nach einem Menschen</translation>
    </message>
    <message>
      <source>Warn before</source>
      <translation>Vorher warnen</translation>
    </message>
    <message>
      <source>Warn before it falls due</source>
      <translation>Warnen, bevor es fällig wird</translation>
    </message>
    <message>
      <source>We answered</source>
      <translation>Wir antworteten</translation>
    </message>
    <message>
      <source>Weakly supported</source>
      <translation>Schwach belegt</translation>
    </message>
    <message>
      <source>Week of</source>
      <translation>Woche vom</translation>
    </message>
    <message>
      <source>Well spotted: it was a test draft</source>
      <translation>Gut gesehen: Es war ein Testentwurf</translation>
    </message>
    <message>
      <source>What I changed</source>
      <translation>Was ich geändert habe</translation>
    </message>
    <message>
      <source>What a new ticket of a usual kind begins with. {agent} and {company} are filled in when it is used.</source>
      <translation>Womit ein neues Ticket üblicher Art beginnt. {agent} und {company} werden beim Verwenden ausgefüllt.</translation>
    </message>
    <message>
      <source>What agents should know of this person</source>
      <translation>Was Agenten über diese Person wissen sollten</translation>
    </message>
    <message>
      <source>What agents should know. Never sent.</source>
      <translation>Was Agenten wissen sollten. Wird nie gesendet.</translation>
    </message>
    <message>
      <source>What became of drafts</source>
      <translation>Was aus Entwürfen wurde</translation>
    </message>
    <message>
      <source>What being choosy buys</source>
      <translation>Was Auswählen bringt</translation>
    </message>
    <message>
      <source>What can be done with this message</source>
      <translation>Was sich mit dieser Nachricht tun lässt</translation>
    </message>
    <message>
      <source>What can be signed</source>
      <translation>Was unterschrieben werden kann</translation>
    </message>
    <message>
      <source>What changed</source>
      <translation>Was sich änderte</translation>
    </message>
    <message>
      <source>What customers are promised. The first service level that fits a ticket counts. Time is open time of its calendar, and stands still while a ticket is pending or on hold.</source>
      <translation>Was Kunden zugesagt ist. Es gilt die erste Servicezusage, die zu einem Ticket passt. Gezählt wird nur die Öffnungszeit ihres Kalenders, und die Uhr steht still, solange ein Ticket wartet oder angehalten ist.</translation>
    </message>
    <message>
      <source>What customers want who mean it</source>
      <translation>Was Kunden wollen, die das meinen</translation>
    </message>
    <message>
      <source>What fits</source>
      <translation>Was passt</translation>
    </message>
    <message>
      <source>What if another share might be wrong?</source>
      <translation>Und wenn ein anderer Anteil falsch sein dürfte?</translation>
    </message>
    <message>
      <source>What is asked of it</source>
      <translation>Was davon verlangt wird</translation>
    </message>
    <message>
      <source>What is certified stands as it was on the day it was granted; the curve goes on.</source>
      <translation>Das Zertifizierte steht, wie es am Tag der Erteilung war; die Kurve läuft weiter.</translation>
    </message>
    <message>
      <source>What is changed here is listed, and can be taken back.</source>
      <translation>Was hier geändert wird, steht in einer Liste und lässt sich zurücknehmen.</translation>
    </message>
    <message>
      <source>What is promised on this ticket</source>
      <translation>Was für dieses Ticket zugesagt ist</translation>
    </message>
    <message>
      <source>What is proven changed since it was shown; read it again, then sign.</source>
      <translation>Was nachgewiesen ist, hat sich seit der Anzeige geändert; lesen Sie es noch einmal, und unterschreiben Sie dann.</translation>
    </message>
    <message>
      <source>What is proven so far</source>
      <translation>Was bisher nachgewiesen ist</translation>
    </message>
    <message>
      <source>What it changed</source>
      <translation>Was sie änderte</translation>
    </message>
    <message>
      <source>What it had said when it broke off</source>
      <translation>Was es gesagt hatte, als es abbrach</translation>
    </message>
    <message>
      <source>What it is about</source>
      <translation>Worum es geht</translation>
    </message>
    <message>
      <source>What it said, word for word</source>
      <translation>Was es sagte, Wort für Wort</translation>
    </message>
    <message>
      <source>What it was told</source>
      <translation>Was ihm gesagt wurde</translation>
    </message>
    <message>
      <source>What it would have sent</source>
      <translation>Was gesendet worden wäre</translation>
    </message>
    <message>
      <source>What keeps it from being sent without a person</source>
      <translation>Was es davon abhält, ohne einen Menschen gesendet zu werden</translation>
    </message>
    <message>
      <source>What left by itself</source>
      <translation>Was von selbst hinausging</translation>
    </message>
    <message>
      <source>What of the draft itself?</source>
      <translation>Und der Entwurf selbst?</translation>
    </message>
    <message>
      <source>What only you would call personal: one NAME = pattern a line, like CUSTOMER = NL-[0-9]{6}. Models, logs and the desk's memory get {CUSTOMER_1} instead.</source>
      <translation>Was nur Sie personenbezogen nennen würden: je Zeile ein NAME = Muster, etwa CUSTOMER = NL-[0-9]{6}. Modelle, Protokolle und das Gedächtnis des Helpdesks bekommen stattdessen {CUSTOMER_1}.</translation>
    </message>
    <message>
      <source>What rules did</source>
      <translation>Was Regeln getan haben</translation>
    </message>
    <message>
      <source>What rules tell you</source>
      <translation>Was Regeln Ihnen sagen</translation>
    </message>
    <message>
      <source>What should be different?</source>
      <translation>Was soll anders sein?</translation>
    </message>
    <message>
      <source>What should the next person know?</source>
      <translation>Was soll die nächste Person wissen?</translation>
    </message>
    <message>
      <source>What stands in the editor now stays here as a version.</source>
      <translation>Was jetzt im Editor steht, bleibt hier als Fassung.</translation>
    </message>
    <message>
      <source>What stands on it</source>
      <translation>Was sich darauf stützt</translation>
    </message>
    <message>
      <source>What stands on this article</source>
      <translation>Was sich auf diesen Artikel stützt</translation>
    </message>
    <message>
      <source>What the chosen change did</source>
      <translation>Was die gewählte Änderung bewirkt hat</translation>
    </message>
    <message>
      <source>What the customer asks</source>
      <translation>Was der Kunde fragt</translation>
    </message>
    <message>
      <source>What the customer asks, in their words</source>
      <translation>Was der Kunde fragt, in seinen Worten</translation>
    </message>
    <message>
      <source>What the desk knows</source>
      <translation>Was der Helpdesk weiß</translation>
    </message>
    <message>
      <source>What the field takes</source>
      <translation>Was das Feld aufnimmt</translation>
    </message>
    <message>
      <source>What the inbox shows when a reply was sent or a ticket solved: the next ticket of the list, or the same one still.</source>
      <translation>Was der Eingang zeigt, wenn eine Antwort gesendet oder ein Ticket gelöst wurde: das nächste Ticket der Liste oder weiterhin dasselbe.</translation>
    </message>
    <message>
      <source>What the message was read as</source>
      <translation>Als was die Nachricht gelesen wurde</translation>
    </message>
    <message>
      <source>What the proposal stands on</source>
      <translation>Worauf sich der Vorschlag stützt</translation>
    </message>
    <message>
      <source>What the rule does</source>
      <translation>Was die Regel tut</translation>
    </message>
    <message>
      <source>What the rule would do</source>
      <translation>Was die Regel täte</translation>
    </message>
    <message>
      <source>What the run of {started_at} did to “{kb}” is undone: added articles go, changed and removed ones come back. Files in the folder stay as they are, held back until they change.</source>
      <translation>Was der Lauf vom {started_at} an „{kb}“ getan hat, wird zurückgenommen: Hinzugefügte Artikel gehen, geänderte und entfernte kommen zurück. Dateien im Ordner bleiben, wie sie sind, und werden zurückgehalten, bis sie sich ändern.</translation>
    </message>
    <message>
      <source>What the system shows a notification of while you are in another program; at most four in ten minutes.</source>
      <translation>Worüber das System Sie benachrichtigt, während Sie in einem anderen Programm sind; höchstens vier Benachrichtigungen in zehn Minuten.</translation>
    </message>
    <message>
      <source>What the writer was told</source>
      <translation>Was dem Verfasser gesagt wurde</translation>
    </message>
    <message>
      <source>What they get</source>
      <translation>Was sie bekommen</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <source>What to do, a ticket or an article</source>
      <translation>Was zu tun ist, ein Ticket oder ein Artikel</translation>
    </message>
    <message>
      <source>What was changed</source>
      <translation>Was geändert wurde</translation>
    </message>
    <message>
      <source>What was decided last: approve, edit, reject, escalate or auto</source>
      <translation>Was zuletzt entschieden wurde: approve (freigegeben), edit (geändert), reject (abgelehnt), escalate (eskaliert) oder auto</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>Was getan wurde</translation>
    </message>
    <message>
      <source>What was done for revision {revision}</source>
      <translation>Was für Fassung {revision} getan wurde</translation>
    </message>
    <message>
      <source>What was done without result</source>
      <translation>Was ohne Ergebnis getan wurde</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Was gefunden wurde</translation>
    </message>
    <message>
      <source>What was left out</source>
      <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
      <source>What was searched for (personal data is hidden)</source>
      <translation>Wonach gesucht wurde (personenbezogene Daten sind verborgen)</translation>
    </message>
    <message>
      <source>What was signed</source>
      <translation>Was unterschrieben wurde</translation>
    </message>
    <message>
      <source>What was wrong?</source>
      <translation>Was war falsch?</translation>
    </message>
    <message>
      <source>What would change</source>
      <translation>Was sich ändern würde</translation>
    </message>
    <message>
      <source>What wrote that draft</source>
      <translation>Was diesen Entwurf schrieb</translation>
    </message>
    <message>
      <source>What you accept is put into its article, and listed here.</source>
      <translation>Was Sie übernehmen, kommt in den jeweiligen Artikel und steht hier.</translation>
    </message>
    <message>
      <source>What you dismiss is listed here. It does not come back by itself.</source>
      <translation>Was Sie verwerfen, steht hier. Es kommt nicht von selbst wieder.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>When a reply has left</source>
      <translation>Wenn eine Antwort hinausgegangen ist</translation>
    </message>
    <message>
      <source>When a ticket arrives</source>
      <translation>Wenn ein Ticket eintrifft</translation>
    </message>
    <message>
      <source>When an article is stale</source>
      <translation>Wenn ein Artikel veraltet ist</translation>
    </message>
    <message>
      <source>When it came in</source>
      <translation>Wann es hereinkam</translation>
    </message>
    <message>
      <source>When it is missed</source>
      <translation>Wenn sie verfehlt wird</translation>
    </message>
    <message>
      <source>When it last changed</source>
      <translation>Wann es sich zuletzt änderte</translation>
    </message>
    <message>
      <source>When it was last set to solved or closed</source>
      <translation>Wann es zuletzt auf gelöst oder geschlossen gesetzt wurde</translation>
    </message>
    <message>
      <source>When nothing was said for hours</source>
      <translation>Wenn stundenlang nichts gesagt wurde</translation>
    </message>
    <message numerus="yes">
      <source>When nothing was said for {n} hours</source>
      <translation>
        <numerusform>Wenn {n} Stunde lang nichts gesagt wurde</numerusform>
        <numerusform>Wenn {n} Stunden lang nichts gesagt wurde</numerusform>
      </translation>
    </message>
    <message>
      <source>When shall the reply leave?</source>
      <translation>Wann soll die Antwort hinausgehen?</translation>
    </message>
    <message>
      <source>When so many times the answers of a usual hour could go out by themselves, all wait for a person and an alarm is raised.</source>
      <translation>Könnten so viele Male mehr Antworten als in einer üblichen Stunde von selbst hinausgehen, warten alle auf einen Menschen, und ein Alarm wird ausgelöst.</translation>
    </message>
    <message>
      <source>When the customer writes again</source>
      <translation>Wenn der Kunde wieder schreibt</translation>
    </message>
    <message>
      <source>When the desk is open: service levels count only this time. A break is the time between two spans.</source>
      <translation>Wann der Helpdesk geöffnet ist: Servicezusagen zählen nur diese Zeit. Eine Pause ist die Zeit zwischen zwei Spannen.</translation>
    </message>
    <message>
      <source>When the first reply left</source>
      <translation>Wann die erste Antwort hinausging</translation>
    </message>
    <message>
      <source>When the rule works</source>
      <translation>Wann die Regel wirkt</translation>
    </message>
    <message>
      <source>When the ticket is changed</source>
      <translation>Wenn das Ticket geändert wird</translation>
    </message>
    <message>
      <source>Where drafts went</source>
      <translation>Wohin Entwürfe gingen</translation>
    </message>
    <message>
      <source>Where that draft was sent: send, review or escalate</source>
      <translation>Wohin dieser Entwurf ging: send (Versand), review (Prüfung) oder escalate (Eskalation)</translation>
    </message>
    <message>
      <source>Where to put {name}</source>
      <translation>Wohin mit {name}</translation>
    </message>
    <message>
      <source>Which answer would you rather send? Nobody tells you who wrote which.</source>
      <translation>Welche Antwort würden Sie eher senden? Niemand sagt Ihnen, wer welche schrieb.</translation>
    </message>
    <message>
      <source>Which article changes</source>
      <translation>Welcher Artikel sich ändert</translation>
    </message>
    <message>
      <source>Which articles</source>
      <translation>Welche Artikel</translation>
    </message>
    <message>
      <source>Which messages become a ticket of their own?</source>
      <translation>Welche Nachrichten werden ein eigenes Ticket?</translation>
    </message>
    <message>
      <source>Which of them is right in what it says? Tone and polish do not count.</source>
      <translation>Welche ist richtig in dem, was sie sagt? Ton und Schliff zählen nicht.</translation>
    </message>
    <message>
      <source>Which proposals</source>
      <translation>Welche Vorschläge</translation>
    </message>
    <message>
      <source>Which share</source>
      <translation>Welcher Anteil</translation>
    </message>
    <message>
      <source>Which signs tell right from wrong here</source>
      <translation>Welche Zeichen hier richtig von falsch unterscheiden</translation>
    </message>
    <message>
      <source>Which tickets</source>
      <translation>Welche Tickets</translation>
    </message>
    <message>
      <source>Which tickets it is for</source>
      <translation>Für welche Tickets sie gilt</translation>
    </message>
    <message>
      <source>Which tickets the rule is for</source>
      <translation>Für welche Tickets die Regel gilt</translation>
    </message>
    <message>
      <source>Which tickets, like topic:billing priority:high; empty for every ticket</source>
      <translation>Welche Tickets, etwa topic:billing priority:high; leer für jedes Ticket</translation>
    </message>
    <message>
      <source>Which trial is shown</source>
      <translation>Welcher Probelauf gezeigt wird</translation>
    </message>
    <message>
      <source>While a goal is set, this share of drafts gets an error planted before it is reviewed, to learn how many wrong drafts are noticed. Nothing planted is ever sent, and the reviewer is told at once. 0 plants none.</source>
      <translation>Solange ein Ziel gesetzt ist, wird in diesen Anteil der Entwürfe vor der Prüfung ein Fehler eingebaut, um zu erfahren, wie viele falsche Entwürfe bemerkt werden. Ein eingebauter Fehler wird nie gesendet, und wer prüft, erfährt sofort davon. Bei 0 wird keiner eingebaut.</translation>
    </message>
    <message>
      <source>Who asked</source>
      <translation>Wer fragte</translation>
    </message>
    <message>
      <source>Who decided</source>
      <translation>Wer entschied</translation>
    </message>
    <message>
      <source>Who drafts</source>
      <translation>Wer entwirft</translation>
    </message>
    <message>
      <source>Who drafts now</source>
      <translation>Wer jetzt entwirft</translation>
    </message>
    <message>
      <source>Who gets the ticket</source>
      <translation>Wer das Ticket bekommt</translation>
    </message>
    <message>
      <source>Who handles it</source>
      <translation>Wer es bearbeitet</translation>
    </message>
    <message>
      <source>Who has the open tickets</source>
      <translation>Wer die offenen Tickets hat</translation>
    </message>
    <message>
      <source>Who has the ticket</source>
      <translation>Wer das Ticket hat</translation>
    </message>
    <message>
      <source>Who is meant</source>
      <translation>Wer gemeint ist</translation>
    </message>
    <message>
      <source>Whose drafts</source>
      <translation>Wessen Entwürfe</translation>
    </message>
    <message>
      <source>Whose history</source>
      <translation>Wessen Verlauf</translation>
    </message>
    <message>
      <source>Whose open hours count</source>
      <translation>Wessen Öffnungszeiten zählen</translation>
    </message>
    <message>
      <source>Why a person got it, last seven days</source>
      <translation>Warum ein Mensch sie bekam, letzte sieben Tage</translation>
    </message>
    <message>
      <source>Why drafts waited for a person</source>
      <translation>Warum Entwürfe auf einen Menschen warteten</translation>
    </message>
    <message>
      <source>Why drafts were rejected</source>
      <translation>Warum Entwürfe abgelehnt wurden</translation>
    </message>
    <message>
      <source>Why is it rejected?</source>
      <translation>Warum wird er abgelehnt?</translation>
    </message>
    <message>
      <source>Why it counts as wrong</source>
      <translation>Warum er als falsch zählt</translation>
    </message>
    <message>
      <source>Why sending may go on</source>
      <translation>Warum der Versand weitergehen darf</translation>
    </message>
    <message>
      <source>Why this confidence</source>
      <translation>Warum dieses Vertrauen</translation>
    </message>
    <message>
      <source>Why this draft</source>
      <translation>Warum dieser Entwurf</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>With a draft, a tag, a topic, an attachment, something due or a begun text (writing)</source>
      <translation>Mit einem Entwurf, einem Schlagwort, einem Thema, einem Anhang, einer Fälligkeit oder begonnenem Text (entwurf, schlagwort, thema, anhang, fällig, begonnener-text)</translation>
    </message>
    <message>
      <source>With every reply</source>
      <translation>Mit jeder Antwort</translation>
    </message>
    <message>
      <source>With internal notes and third persons, which the customer must not see</source>
      <translation>Mit internen Notizen und dritten Personen, die der Kunde nicht sehen darf</translation>
    </message>
    <message>
      <source>With replies that solve</source>
      <translation>Mit Antworten, die lösen</translation>
    </message>
    <message>
      <source>With {names}.</source>
      <translation>Mit {names}.</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Zurückgezogen</translation>
    </message>
    <message>
      <source>Without a signature</source>
      <translation>Ohne Signatur</translation>
    </message>
    <message>
      <source>Without holidays</source>
      <translation>Ohne Feiertage</translation>
    </message>
    <message>
      <source>Woke: it had slept enough</source>
      <translation>Wieder da: Die Zeit war um</translation>
    </message>
    <message>
      <source>Woke: the customer wrote</source>
      <translation>Wieder da: Der Kunde schrieb</translation>
    </message>
    <message>
      <source>Woken</source>
      <translation>Geweckt</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Wort</translation>
    </message>
    <message>
      <source>Words added and removed</source>
      <translation>Hinzugefügte und entfernte Wörter</translation>
    </message>
    <message>
      <source>Words of the mail by language</source>
      <translation>Worte der Mail je Sprache</translation>
    </message>
    <message>
      <source>Words of the question</source>
      <translation>Worte der Frage</translation>
    </message>
    <message>
      <source>Words of the question are in no passage found</source>
      <translation>Wörter der Frage stehen in keiner gefundenen Textstelle</translation>
    </message>
    <message>
      <source>Words of the same meaning</source>
      <translation>Wörter gleicher Bedeutung</translation>
    </message>
    <message>
      <source>Words of the subject alone</source>
      <translation>Nur Wörter des Betreffs</translation>
    </message>
    <message>
      <source>Words shipped with the desk</source>
      <translation>Mitgelieferte Wörter</translation>
    </message>
    <message>
      <source>Work out every number of a saved report again</source>
      <translation>Jede Zahl eines gespeicherten Berichts nachrechnen</translation>
    </message>
    <message>
      <source>Working it out…</source>
      <translation>Wird ausgerechnet …</translation>
    </message>
    <message>
      <source>Works from now on</source>
      <translation>Ab jetzt aktiv</translation>
    </message>
    <message>
      <source>Workspace</source>
      <translation>Arbeitsbereich</translation>
    </message>
    <message>
      <source>Workspace already open</source>
      <translation>Arbeitsbereich schon geöffnet</translation>
    </message>
    <message>
      <source>Would have been sent: {right} right, {wrong} wrong, {waiting} not decided yet.</source>
      <translation>Gesendet worden wären: {right} richtige, {wrong} falsche, {waiting} noch nicht entschiedene.</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>Notiz schreiben</translation>
    </message>
    <message>
      <source>Write a note for your team. The customer never sees it.</source>
      <translation>Schreiben Sie eine Notiz für Ihr Team. Der Kunde sieht sie nie.</translation>
    </message>
    <message>
      <source>Write a reply</source>
      <translation>Antwort schreiben</translation>
    </message>
    <message>
      <source>Write an internal note</source>
      <translation>Interne Notiz schreiben</translation>
    </message>
    <message>
      <source>Write in a few words what you looked at and why sending may go on; it is kept. Nothing was changed.</source>
      <translation>Schreiben Sie in wenigen Worten, was Sie angesehen haben und warum der Versand weitergehen darf; es wird aufgehoben. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Write one by hand, import files of messages (.eml, .mbox, .csv, .jsonl), or drop such files here.</source>
      <translation>Schreiben Sie eines von Hand, importieren Sie Dateien mit Nachrichten (.eml, .mbox, .csv, .jsonl), oder legen Sie solche Dateien hier ab.</translation>
    </message>
    <message>
      <source>Write the reason</source>
      <translation>Grund schreiben</translation>
    </message>
    <message>
      <source>Write the reply to the customer here.</source>
      <translation>Schreiben Sie hier die Antwort an den Kunden.</translation>
    </message>
    <message>
      <source>Write the reply you would send.</source>
      <translation>Schreiben Sie die Antwort, die Sie senden würden.</translation>
    </message>
    <message>
      <source>Write to the customer…  / puts in a macro, ?word an article</source>
      <translation>An den Kunden schreiben …  / setzt einen Textbaustein ein, ?Wort einen Artikel</translation>
    </message>
    <message>
      <source>Write to the third person…</source>
      <translation>Schreiben Sie der dritten Person …</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>Written as {host}: letters of another script may look like Latin ones.</source>
      <translation>Geschrieben als {host}: Buchstaben einer anderen Schrift können lateinischen gleichen.</translation>
    </message>
    <message>
      <source>Written by {model} with the prompt {prompt}</source>
      <translation>Geschrieben von {model} mit dem Prompt {prompt}</translation>
    </message>
    <message>
      <source>Wrong</source>
      <translation>Falsch</translation>
    </message>
    <message>
      <source>Wrong among them</source>
      <translation>Falsch darunter</translation>
    </message>
    <message>
      <source>Wrong drafts</source>
      <translation>Falsche Entwürfe</translation>
    </message>
    <message>
      <source>Wrong language</source>
      <translation>Falsche Sprache</translation>
    </message>
    <message>
      <source>Wrong tone</source>
      <translation>Falscher Ton</translation>
    </message>
    <message>
      <source>Wrong, as people decided</source>
      <translation>Falsch, wie Menschen entschieden</translation>
    </message>
    <message>
      <source>Wrote the macro {name}</source>
      <translation>Textbaustein {name} geschrieben</translation>
    </message>
    <message>
      <source>Wrote the template {name}</source>
      <translation>Vorlage {name} geschrieben</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>Yes or no</source>
      <translation>Ja oder nein</translation>
    </message>
    <message>
      <source>Yes, begin the evidence anew</source>
      <translation>Ja, die Belege von vorn beginnen</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Sie</translation>
    </message>
    <message>
      <source>You are named on ticket {number}</source>
      <translation>Sie werden in Ticket {number} genannt</translation>
    </message>
    <message>
      <source>You changed the reply after this was written. Rewrite it again, so that nothing of yours is lost.</source>
      <translation>Sie haben die Antwort danach geändert. Schreiben Sie sie noch einmal um, damit nichts von Ihnen verloren geht.</translation>
    </message>
    <message>
      <source>You sign as {agent}. Type exactly this: {wanted}</source>
      <translation>Sie unterschreiben als {agent}. Tippen Sie genau dies: {wanted}</translation>
    </message>
    <message>
      <source>You speak of a file (“{names}”), and none is attached.</source>
      <translation>Sie sprechen von einer Datei („{names}“), und keine ist angehängt.</translation>
    </message>
    <message>
      <source>Your hint was not followed</source>
      <translation>Ihr Hinweis wurde nicht befolgt</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ihr Name</translation>
    </message>
    <message>
      <source>Your name in a note</source>
      <translation>Ihr Name in einer Notiz</translation>
    </message>
    <message>
      <source>Your own words for the rewriting</source>
      <translation>Ihre eigenen Worte für das Umschreiben</translation>
    </message>
    <message>
      <source>Your reply</source>
      <translation>Ihre Antwort</translation>
    </message>
    <message>
      <source>Your unsaved changes are here.</source>
      <translation>Ihre ungespeicherten Änderungen sind hier.</translation>
    </message>
    <message>
      <source>Your unsaved changes of {when} are here.</source>
      <translation>Ihre ungespeicherten Änderungen von {when} sind hier.</translation>
    </message>
    <message>
      <source>[{0}] has no text under it</source>
      <translation>Unter [{0}] steht kein Text</translation>
    </message>
    <message>
      <source>[{0}] may have {1} characters, not {2}</source>
      <translation>[{0}] darf {1} Zeichen haben, nicht {2}</translation>
    </message>
    <message>
      <source>a GIF picture</source>
      <translation>ein GIF-Bild</translation>
    </message>
    <message>
      <source>a JPEG picture</source>
      <translation>ein JPEG-Bild</translation>
    </message>
    <message>
      <source>a PNG picture</source>
      <translation>ein PNG-Bild</translation>
    </message>
    <message>
      <source>a brace is opened or closed alone; write variables like {{customer}}</source>
      <translation>eine geschweifte Klammer ist nur geöffnet oder nur geschlossen; schreiben Sie Platzhalter wie {{customer}}</translation>
    </message>
    <message>
      <source>a bzip2 archive</source>
      <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
      <source>a checklist has at most {0} steps; this one has {1}</source>
      <translation>eine Checkliste hat höchstens {0} Schritte; diese hat {1}</translation>
    </message>
    <message>
      <source>a choice needs 2 to {0} different values; it has {1}</source>
      <translation>eine Auswahl braucht 2 bis {0} verschiedene Werte; sie hat {1}</translation>
    </message>
    <message>
      <source>a date like 2026-05-01 or a span like 7d</source>
      <translation>ein Datum wie 2026-05-01 oder eine Spanne wie 7d</translation>
    </message>
    <message>
      <source>a date like 2026-05-31</source>
      <translation>ein Datum wie 2026-05-31</translation>
    </message>
    <message>
      <source>a date was changed</source>
      <translation>ein Datum wurde geändert</translation>
    </message>
    <message>
      <source>a desk has at most {0} fields</source>
      <translation>ein Helpdesk hat höchstens {0} Felder</translation>
    </message>
    <message>
      <source>a desk needs at least one intent</source>
      <translation>ein Helpdesk braucht mindestens ein Anliegen</translation>
    </message>
    <message>
      <source>a few seconds</source>
      <translation>wenige Sekunden</translation>
    </message>
    <message>
      <source>a few seconds left</source>
      <translation>noch wenige Sekunden</translation>
    </message>
    <message>
      <source>a goal was set</source>
      <translation>ein Ziel wurde gesetzt</translation>
    </message>
    <message>
      <source>a gzip archive</source>
      <translation>ein gzip-Archiv</translation>
    </message>
    <message>
      <source>a line of text</source>
      <translation>eine Zeile Text</translation>
    </message>
    <message>
      <source>a link or address is in no source</source>
      <translation>ein Verweis oder eine Adresse steht in keiner Quelle</translation>
    </message>
    <message>
      <source>a machine wrote it: absence notes, bounces and list mail answer nobody</source>
      <translation>eine Maschine hat es geschrieben: Abwesenheitsnotizen, Rückläufer und Listenpost beantworten niemandem etwas</translation>
    </message>
    <message>
      <source>a macro cannot do '{0}'; that is for rules</source>
      <translation>ein Textbaustein kann „{0}“ nicht tun; das können nur Regeln</translation>
    </message>
    <message>
      <source>a macro of this desk</source>
      <translation>ein Textbaustein dieses Helpdesks</translation>
    </message>
    <message>
      <source>a mail of ours that went to a colleague or forwards another: it is no reply to a customer</source>
      <translation>eine eigene Mail, die an Kollegen ging oder eine andere weiterleitet: Sie ist keine Antwort an einen Kunden</translation>
    </message>
    <message>
      <source>a new certificate waits for a signature</source>
      <translation>ein neues Zertifikat wartet auf eine Unterschrift</translation>
    </message>
    <message>
      <source>a note has at most {0} characters; this one has {1}</source>
      <translation>eine Notiz hat höchstens {0} Zeichen; diese hat {1}</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <source>a number like 12.5</source>
      <translation>eine Zahl wie 12.5</translation>
    </message>
    <message>
      <source>a number was changed</source>
      <translation>eine Zahl wurde geändert</translation>
    </message>
    <message>
      <source>a number, date or code differs</source>
      <translation>eine Zahl, ein Datum oder Code weicht ab</translation>
    </message>
    <message>
      <source>a part could not be read ({0})</source>
      <translation>ein Teil ließ sich nicht lesen ({0})</translation>
    </message>
    <message>
      <source>a passage of it stops the embedder; it is found by its words only: simplify what is unusual in it</source>
      <translation>eine Textstelle darin bringt den Einbetter zum Stehen; sie wird nur über ihre Wörter gefunden: Vereinfachen Sie, was darin ungewöhnlich ist</translation>
    </message>
    <message>
      <source>a person wrote another answer</source>
      <translation>ein Mensch schrieb eine andere Antwort</translation>
    </message>
    <message>
      <source>a product, name or code was changed</source>
      <translation>ein Produkt, Name oder Code wurde geändert</translation>
    </message>
    <message>
      <source>a promise cannot hang on '{0}', which changes by itself</source>
      <translation>eine Zusage kann nicht von „{0}“ abhängen, das sich von selbst ändert</translation>
    </message>
    <message>
      <source>a promise cannot hang on '{0}', which passes by itself; write a date like 2026-05-01</source>
      <translation>eine Zusage kann nicht von „{0}“ abhängen, das von selbst vergeht; schreiben Sie ein Datum wie 2026-05-01</translation>
    </message>
    <message>
      <source>a quote opened here is never closed: the rows from here to line {0} were not read</source>
      <translation>ein hier geöffnetes Anführungszeichen wird nie geschlossen: Die Zeilen von hier bis Zeile {0} wurden nicht gelesen</translation>
    </message>
    <message>
      <source>a rar archive</source>
      <translation>ein rar-Archiv</translation>
    </message>
    <message>
      <source>a record waited for something that is no statement</source>
      <translation>ein Datensatz wartete auf etwas, das keine Anweisung ist</translation>
    </message>
    <message>
      <source>a repeat within a repeated group can take for ever; write the repeats one after the other</source>
      <translation>eine Wiederholung in einer wiederholten Gruppe kann endlos dauern; schreiben Sie die Wiederholungen hintereinander</translation>
    </message>
    <message>
      <source>a reply goes to at most {0} people beside the requester</source>
      <translation>eine Antwort geht an höchstens {0} Leute außer dem Anfragenden</translation>
    </message>
    <message>
      <source>a sample needs at least {0} drafts to judge; there are {1}</source>
      <translation>eine Stichprobe braucht mindestens {0} Entwürfe zum Beurteilen; es gibt {1}</translation>
    </message>
    <message>
      <source>a sample of {0} was drawn already; a second look at the same history would prove nothing</source>
      <translation>eine Stichprobe von {0} wurde schon ausgelost; ein zweiter Blick auf dieselbe Vergangenheit würde nichts nachweisen</translation>
    </message>
    <message>
      <source>a sentence that belongs to something else was put in</source>
      <translation>ein Satz, der zu etwas anderem gehört, wurde eingesetzt</translation>
    </message>
    <message>
      <source>a sentence was given another source</source>
      <translation>ein Satz bekam eine andere Quelle</translation>
    </message>
    <message>
      <source>a table of keys is wanted</source>
      <translation>erwartet wird eine Tabelle von Tasten</translation>
    </message>
    <message>
      <source>a test draft</source>
      <translation>ein Testentwurf</translation>
    </message>
    <message>
      <source>a ticket needs the customer's words</source>
      <translation>ein Ticket braucht die Worte des Kunden</translation>
    </message>
    <message>
      <source>a ticket's number, or helpdesk:// with ticket/12, article/3, draft/5, or clipboard is wanted</source>
      <translation>erwartet wird die Nummer eines Tickets oder helpdesk:// mit ticket/12, article/3, draft/5 oder clipboard</translation>
    </message>
    <message>
      <source>a time is from 0 minutes to a year</source>
      <translation>eine Zeit ist von 0 Minuten bis zu einem Jahr</translation>
    </message>
    <message>
      <source>a web or mail address was changed</source>
      <translation>eine Web- oder Mailadresse wurde geändert</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <source>a zip archive or an office document</source>
      <translation>ein Zip-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
      <source>a “not” was added or taken away</source>
      <translation>ein „nicht“ kam hinzu oder fiel weg</translation>
    </message>
    <message>
      <source>about {hours} h left</source>
      <translation>noch etwa {hours} Std.</translation>
    </message>
    <message>
      <source>about {hours} hours</source>
      <translation>etwa {hours} Stunden</translation>
    </message>
    <message>
      <source>about {minutes} min left</source>
      <translation>noch etwa {minutes} Min.</translation>
    </message>
    <message>
      <source>about {minutes} minutes</source>
      <translation>etwa {minutes} Minuten</translation>
    </message>
    <message>
      <source>about {seconds} s</source>
      <translation>etwa {seconds} s</translation>
    </message>
    <message>
      <source>about {seconds} s left</source>
      <translation>noch etwa {seconds} s</translation>
    </message>
    <message>
      <source>about {speed} passages a second on this machine</source>
      <translation>etwa {speed} Textstellen je Sekunde auf diesem Rechner</translation>
    </message>
    <message>
      <source>accept release confirm</source>
      <translation>annehmen genehmigen bestätigen</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>übernommen</translation>
    </message>
    <message>
      <source>account access</source>
      <translation>Kontozugang</translation>
    </message>
    <message>
      <source>activity log</source>
      <translation>Verlauf Protokoll</translation>
    </message>
    <message>
      <source>add file upload</source>
      <translation>anhängen Datei hochladen</translation>
    </message>
    <message>
      <source>address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>after</source>
      <translation>nach</translation>
    </message>
    <message>
      <source>after {at} checked answers: {value} of {alarm}</source>
      <translation>nach {at} geprüften Antworten: {value} von {alarm}</translation>
    </message>
    <message>
      <source>agent</source>
      <translation>Agent</translation>
    </message>
    <message>
      <source>all files together would have {0}, and a mail takes {1}</source>
      <translation>alle Dateien zusammen hätten {0}, und eine Mail fasst {1}</translation>
    </message>
    <message>
      <source>all found something to stand on</source>
      <translation>alle fanden etwas, worauf sie sich stützen</translation>
    </message>
    <message>
      <source>all topics</source>
      <translation>alle Themen</translation>
    </message>
    <message>
      <source>all topics together</source>
      <translation>alle Themen zusammen</translation>
    </message>
    <message>
      <source>already rolled back</source>
      <translation>schon zurückgerollt</translation>
    </message>
    <message>
      <source>an RTF document</source>
      <translation>ein RTF-Dokument</translation>
    </message>
    <message>
      <source>an agent</source>
      <translation>ein Agent</translation>
    </message>
    <message>
      <source>an agent asked for another draft</source>
      <translation>ein Agent verlangte einen anderen Entwurf</translation>
    </message>
    <message>
      <source>an agent said so afterwards</source>
      <translation>ein Agent sagte es hinterher</translation>
    </message>
    <message>
      <source>an agent stopped the model</source>
      <translation>ein Agent hat das Modell angehalten</translation>
    </message>
    <message>
      <source>an empty name; greetings, closings and what the model is told bear it</source>
      <translation>ein leerer Name; Anreden, Grußformeln und was dem Modell gesagt wird tragen ihn</translation>
    </message>
    <message>
      <source>an empty name; replies, claims and the history bear it</source>
      <translation>ein leerer Name; Antworten, Belegungen und der Verlauf tragen ihn</translation>
    </message>
    <message>
      <source>an old office document</source>
      <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
      <source>an unknown writer</source>
      <translation>einem unbekannten Verfasser</translation>
    </message>
    <message>
      <source>an xz archive</source>
      <translation>ein xz-Archiv</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>and {count} sent by themselves</source>
      <translation>und {count} von selbst gesendet</translation>
    </message>
    <message numerus="yes">
      <source>and {n} changes more</source>
      <translation>
        <numerusform>und {n} weitere Änderung</numerusform>
        <numerusform>und {n} weitere Änderungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and {n} more</source>
      <translation>
        <numerusform>und {n} weiteres</numerusform>
        <numerusform>und {n} weitere</numerusform>
      </translation>
    </message>
    <message>
      <source>angry</source>
      <translation>wütend</translation>
    </message>
    <message>
      <source>annoyed</source>
      <translation>verärgert</translation>
    </message>
    <message>
      <source>another article was cited</source>
      <translation>ein anderer Artikel wurde zitiert</translation>
    </message>
    <message>
      <source>another source was begun</source>
      <translation>eine andere Quelle wurde begonnen</translation>
    </message>
    <message>
      <source>another version of this program made it</source>
      <translation>eine andere Version dieses Programms hat es gemacht</translation>
    </message>
    <message>
      <source>another view has this name; choose another one</source>
      <translation>eine andere Ansicht heißt schon so; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>answered by hand</source>
      <translation>von Hand beantwortet</translation>
    </message>
    <message>
      <source>any of ({0})</source>
      <translation>eines von ({0})</translation>
    </message>
    <message>
      <source>approved as it was</source>
      <translation>unverändert freigegeben</translation>
    </message>
    <message>
      <source>approved, edited, rejected or escalated</source>
      <translation>freigegeben, bearbeitet, abgelehnt oder eskaliert</translation>
    </message>
    <message>
      <source>approved{who} as drafted</source>
      <translation>wie entworfen freigegeben{who}</translation>
    </message>
    <message>
      <source>are {0}; at most {1} words can have some</source>
      <translation>sind {0}; höchstens {1} Wörter können welche haben</translation>
    </message>
    <message>
      <source>article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>asks for a person's eye</source>
      <translation>braucht den Blick eines Menschen</translation>
    </message>
    <message>
      <source>asleep for {hours} h</source>
      <translation>zurückgestellt für {hours} Std.</translation>
    </message>
    <message>
      <source>assigned to nobody</source>
      <translation>niemandem zugewiesen</translation>
    </message>
    <message>
      <source>assigned to {agent}</source>
      <translation>{agent} zugewiesen</translation>
    </message>
    <message>
      <source>assigned to {name}</source>
      <translation>{name} zugewiesen</translation>
    </message>
    <message>
      <source>assumed, because too few decisions were made here to measure it</source>
      <translation>angenommen, weil hier zu wenige Entscheidungen fielen, um es zu messen</translation>
    </message>
    <message>
      <source>at its start: {0}</source>
      <translation>beim Start: {0}</translation>
    </message>
    <message>
      <source>at least</source>
      <translation>mindestens</translation>
    </message>
    <message>
      <source>at most {0} characters; these are {1}</source>
      <translation>höchstens {0} Zeichen; das sind {1}</translation>
    </message>
    <message>
      <source>at most {0} tickets can be dragged; the bar under the list changes more</source>
      <translation>höchstens {0} Tickets lassen sich ziehen; die Leiste unter der Liste ändert mehr</translation>
    </message>
    <message>
      <source>at the rate of errors so far it will not be proven</source>
      <translation>bei der bisherigen Fehlerquote wird es nicht nachgewiesen</translation>
    </message>
    <message>
      <source>attachment</source>
      <translation>Anhang</translation>
    </message>
    <message>
      <source>automatic mail</source>
      <translation>automatische Mail</translation>
    </message>
    <message>
      <source>automatic mail (Auto-Submitted: {0})</source>
      <translation>automatische Mail (Auto-Submitted: {0})</translation>
    </message>
    <message>
      <source>automatic mail (Precedence: {0})</source>
      <translation>automatische Mail (Precedence: {0})</translation>
    </message>
    <message>
      <source>automatic mail (X-Auto-Response-Suppress: {0})</source>
      <translation>automatische Mail (X-Auto-Response-Suppress: {0})</translation>
    </message>
    <message>
      <source>automatic mail (from {0})</source>
      <translation>automatische Mail (von {0})</translation>
    </message>
    <message>
      <source>automatic mail ({0})</source>
      <translation>automatische Mail ({0})</translation>
    </message>
    <message>
      <source>back-references are not allowed; repeat the part instead</source>
      <translation>Rückverweise sind nicht erlaubt; wiederholen Sie stattdessen den Teil</translation>
    </message>
    <message>
      <source>before</source>
      <translation>vor</translation>
    </message>
    <message>
      <source>begun text</source>
      <translation>begonnener Text</translation>
    </message>
    <message>
      <source>below</source>
      <translation>unter</translation>
    </message>
    <message>
      <source>billing</source>
      <translation>Abrechnung</translation>
    </message>
    <message>
      <source>built-in needs no files; fastembed uses the model folder below.</source>
      <translation>Der eingebaute braucht keine Dateien; fastembed verwendet den Modellordner unten.</translation>
    </message>
    <message>
      <source>business</source>
      <translation>Geschäftliches</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>von Hand</translation>
    </message>
    <message>
      <source>by rules, without a model</source>
      <translation>nach Regeln, ohne Modell</translation>
    </message>
    <message>
      <source>by words and meaning</source>
      <translation>nach Wörtern und Bedeutung</translation>
    </message>
    <message>
      <source>by words and meaning, from the store</source>
      <translation>nach Wörtern und Bedeutung, aus dem Speicher</translation>
    </message>
    <message>
      <source>by words only</source>
      <translation>nur nach Wörtern</translation>
    </message>
    <message>
      <source>by {by}</source>
      <translation>von {by}</translation>
    </message>
    <message>
      <source>bytes a token</source>
      <translation>Bytes je Token</translation>
    </message>
    <message>
      <source>calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>calendar {0}</source>
      <translation>Kalender {0}</translation>
    </message>
    <message>
      <source>cancellation</source>
      <translation>Kündigung</translation>
    </message>
    <message>
      <source>canned response snippet template</source>
      <translation>Textbaustein Vorlage Schnipsel</translation>
    </message>
    <message>
      <source>cannot</source>
      <translation>geht nicht</translation>
    </message>
    <message>
      <source>cannot be listed ({0}): check its permissions</source>
      <translation>lässt sich nicht auflisten ({0}): Prüfen Sie die Rechte</translation>
    </message>
    <message>
      <source>cannot be opened ({0}): check its permissions</source>
      <translation>lässt sich nicht öffnen ({0}): Prüfen Sie die Rechte</translation>
    </message>
    <message>
      <source>cannot be opened ({0}): check the path</source>
      <translation>lässt sich nicht öffnen ({0}): Prüfen Sie den Pfad</translation>
    </message>
    <message>
      <source>cannot be opened as a zip archive ({0}): pack it again</source>
      <translation>lässt sich nicht als Zip-Archiv öffnen ({0}): Packen Sie es neu</translation>
    </message>
    <message>
      <source>cannot be reached under this name: rename the file</source>
      <translation>ist unter diesem Namen nicht zu erreichen: Benennen Sie die Datei um</translation>
    </message>
    <message>
      <source>cannot be read ({0}): check its permissions</source>
      <translation>lässt sich nicht lesen ({0}): Prüfen Sie die Rechte</translation>
    </message>
    <message>
      <source>cannot be read: {0}</source>
      <translation>lässt sich nicht lesen: {0}</translation>
    </message>
    <message>
      <source>cannot be unpacked ({0}): pack it again</source>
      <translation>lässt sich nicht entpacken ({0}): Packen Sie es neu</translation>
    </message>
    <message>
      <source>cannot be written ({0}): check its permissions, or keep the change in the desk only</source>
      <translation>lässt sich nicht schreiben ({0}): Prüfen Sie die Rechte, oder behalten Sie die Änderung nur im Helpdesk</translation>
    </message>
    <message>
      <source>cannot be written ({0}): choose another place</source>
      <translation>lässt sich nicht schreiben ({0}): Wählen Sie einen anderen Ort</translation>
    </message>
    <message>
      <source>cannot be written in the file's encoding ({0}): save it as UTF-8 first</source>
      <translation>lässt sich in der Kodierung der Datei ({0}) nicht schreiben: Speichern Sie sie erst als UTF-8</translation>
    </message>
    <message>
      <source>certificate #{0}</source>
      <translation>Zertifikat Nr. {0}</translation>
    </message>
    <message>
      <source>certificate #{certificate_id}</source>
      <translation>Zertifikat Nr. {certificate_id}</translation>
    </message>
    <message>
      <source>certified on {day}: {cut_said}</source>
      <translation>zertifiziert am {day}: {cut_said}</translation>
    </message>
    <message>
      <source>change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>changed{who} before it was sent</source>
      <translation>vor dem Senden geändert{who}</translation>
    </message>
    <message>
      <source>checklist</source>
      <translation>Checkliste</translation>
    </message>
    <message>
      <source>checklist step</source>
      <translation>Schritt der Checkliste</translation>
    </message>
    <message>
      <source>choose one to {0} other tickets to merge into #{1}</source>
      <translation>wählen Sie ein bis {0} andere Tickets zum Zusammenführen mit Nr. {1}</translation>
    </message>
    <message>
      <source>choose some of the ticket's messages, and not all of them</source>
      <translation>wählen Sie einige Nachrichten des Tickets, aber nicht alle</translation>
    </message>
    <message>
      <source>cited {cited} times, {approved} approved</source>
      <translation>{cited}-mal zitiert, {approved}-mal freigegeben</translation>
    </message>
    <message>
      <source>cited {cited}× · approved {approved}×</source>
      <translation>{cited}× zitiert · {approved}× freigegeben</translation>
    </message>
    <message>
      <source>claim mine</source>
      <translation>übernehmen mir</translation>
    </message>
    <message>
      <source>close in meaning, though {reasons}</source>
      <translation>im Sinn nahe, aber {reasons}</translation>
    </message>
    <message>
      <source>close resolve done</source>
      <translation>schließen erledigen lösen</translation>
    </message>
    <message>
      <source>combine join duplicate</source>
      <translation>verschmelzen vereinen verbinden Dublette</translation>
    </message>
    <message>
      <source>comes after {0} files, the most one import takes: import its folder by itself</source>
      <translation>kommt nach {0} Dateien, mehr nimmt ein Import nicht auf: Importieren Sie den Ordner einzeln</translation>
    </message>
    <message>
      <source>comes after {0} of files, the most one import takes: import its folder by itself</source>
      <translation>kommt nach {0} an Dateien, mehr nimmt ein Import nicht auf: Importieren Sie den Ordner einzeln</translation>
    </message>
    <message>
      <source>comment remark</source>
      <translation>Kommentar Bemerkung</translation>
    </message>
    <message>
      <source>complaint</source>
      <translation>Beschwerde</translation>
    </message>
    <message>
      <source>complete</source>
      <translation>vollständig</translation>
    </message>
    <message>
      <source>condition</source>
      <translation>Bedingung</translation>
    </message>
    <message>
      <source>confidence</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <source>confidence is a share from 0 to 1</source>
      <translation>das Vertrauen ist ein Anteil von 0 bis 1</translation>
    </message>
    <message>
      <source>contains</source>
      <translation>enthält</translation>
    </message>
    <message>
      <source>copy</source>
      <translation>Kopie</translation>
    </message>
    <message>
      <source>corrected before sending</source>
      <translation>vor dem Senden berichtigt</translation>
    </message>
    <message>
      <source>corrected by an agent, read as {value_words}</source>
      <translation>von einem Agenten berichtigt, gelesen als {value_words}</translation>
    </message>
    <message>
      <source>could not be read</source>
      <translation>nicht lesbar</translation>
    </message>
    <message>
      <source>could not be read, only kept</source>
      <translation>ließ sich nicht lesen, nur aufbewahren</translation>
    </message>
    <message>
      <source>could not be started: {0}</source>
      <translation>ließ sich nicht starten: {0}</translation>
    </message>
    <message>
      <source>could not be understood ({0}): simplify its lists, tables and quotes</source>
      <translation>war nicht zu verstehen ({0}): Vereinfachen Sie Listen, Tabellen und Zitate</translation>
    </message>
    <message>
      <source>could not be understood ({0}): split it</source>
      <translation>war nicht zu verstehen ({0}): Teilen Sie die Datei</translation>
    </message>
    <message>
      <source>create</source>
      <translation>anlegen erstellen</translation>
    </message>
    <message>
      <source>critical</source>
      <translation>kritisch</translation>
    </message>
    <message>
      <source>customer contact</source>
      <translation>Kunde Kontakt</translation>
    </message>
    <message>
      <source>cut short, or no protocol buffer</source>
      <translation>abgeschnitten oder kein Protocol Buffer</translation>
    </message>
    <message>
      <source>cut short, or too many fields</source>
      <translation>abgeschnitten oder zu viele Felder</translation>
    </message>
    <message>
      <source>decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>decline refuse discard</source>
      <translation>zurückweisen verwerfen</translation>
    </message>
    <message>
      <source>delegate hand over owner</source>
      <translation>zuweisen übergeben Bearbeiter</translation>
    </message>
    <message>
      <source>delivery</source>
      <translation>Lieferung</translation>
    </message>
    <message>
      <source>delivery report (empty Return-Path)</source>
      <translation>Zustellbericht (leerer Return-Path)</translation>
    </message>
    <message>
      <source>delivery report ({0})</source>
      <translation>Zustellbericht ({0})</translation>
    </message>
    <message>
      <source>describe in 1 to {0} letters what customers want</source>
      <translation>beschreiben Sie mit 1 bis {0} Zeichen, was Kunden wollen</translation>
    </message>
    <message>
      <source>detach pop out separate</source>
      <translation>ablösen eigenes Fenster</translation>
    </message>
    <message>
      <source>differ in numbers</source>
      <translation>weichen in Zahlen ab</translation>
    </message>
    <message>
      <source>dismissed</source>
      <translation>verworfen</translation>
    </message>
    <message>
      <source>does not contain</source>
      <translation>enthält nicht</translation>
    </message>
    <message>
      <source>does not tell its speed</source>
      <translation>nennt sein Tempo nicht</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>draft rejected</source>
      <translation>Entwurf abgelehnt</translation>
    </message>
    <message>
      <source>draft: {state}</source>
      <translation>Entwurf: {state}</translation>
    </message>
    <message>
      <source>drafts for today's customers go first</source>
      <translation>Entwürfe für die Kunden von heute gehen vor</translation>
    </message>
    <message>
      <source>drafts in the queue now</source>
      <translation>Entwürfe, die jetzt warten</translation>
    </message>
    <message>
      <source>drawn drafts in the queue{since}{soon}</source>
      <translation>ausgeloste Entwürfe in der Prüfliste{since}{soon}</translation>
    </message>
    <message>
      <source>due</source>
      <translation>fällig</translation>
    </message>
    <message>
      <source>due in {span}, at {moment}</source>
      <translation>in {span} fällig, {moment}</translation>
    </message>
    <message>
      <source>due soon</source>
      <translation>bald fällig</translation>
    </message>
    <message>
      <source>e-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <source>ended the reader ({0}): split it into smaller files</source>
      <translation>beendete den Leser ({0}): Teilen Sie sie in kleinere Dateien</translation>
    </message>
    <message>
      <source>ended with exit code {0}</source>
      <translation>endete mit Code {0}</translation>
    </message>
    <message>
      <source>error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>escalated</source>
      <translation>eskaliert</translation>
    </message>
    <message>
      <source>escalated as wrong</source>
      <translation>als falsch eskaliert</translation>
    </message>
    <message>
      <source>even if the customer answers</source>
      <translation>auch wenn der Kunde antwortet</translation>
    </message>
    <message>
      <source>every cut-off is proven</source>
      <translation>jede Grenze ist nachgewiesen</translation>
    </message>
    <message>
      <source>every draft is seen by a person</source>
      <translation>jeden Entwurf sieht ein Mensch</translation>
    </message>
    <message>
      <source>every drawn draft is decided</source>
      <translation>jeder ausgeloste Entwurf ist entschieden</translation>
    </message>
    <message>
      <source>every model of the server</source>
      <translation>jedes Modell des Servers</translation>
    </message>
    <message>
      <source>every promise is kept so far</source>
      <translation>bisher ist jede Zusage eingehalten</translation>
    </message>
    <message>
      <source>every topic</source>
      <translation>jedes Thema</translation>
    </message>
    <message>
      <source>everything left as it should</source>
      <translation>alles ging hinaus, wie es soll</translation>
    </message>
    <message>
      <source>exact names</source>
      <translation>genaue Namen</translation>
    </message>
    <message>
      <source>example from sent answers</source>
      <translation>Beispiel aus gesendeten Antworten</translation>
    </message>
    <message>
      <source>exit close</source>
      <translation>schließen verlassen</translation>
    </message>
    <message>
      <source>export paper</source>
      <translation>ausdrucken Papier exportieren</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>fehlgeschlagen</translation>
    </message>
    <message>
      <source>failed: {reason}</source>
      <translation>fehlgeschlagen: {reason}</translation>
    </message>
    <message>
      <source>falling</source>
      <translation>absteigend</translation>
    </message>
    <message>
      <source>falling: most or newest first</source>
      <translation>absteigend: meiste oder neueste zuerst</translation>
    </message>
    <message>
      <source>far more answers than usual could have left in one hour</source>
      <translation>weit mehr Antworten als üblich hätten in einer Stunde hinausgehen können</translation>
    </message>
    <message>
      <source>feature request</source>
      <translation>Funktionswunsch</translation>
    </message>
    <message>
      <source>field</source>
      <translation>Feld</translation>
    </message>
    <message>
      <source>field {0}</source>
      <translation>Feld {0}</translation>
    </message>
    <message>
      <source>file</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>find look for</source>
      <translation>finden nachsehen</translation>
    </message>
    <message>
      <source>first line</source>
      <translation>erste Linie</translation>
    </message>
    <message>
      <source>first replies that were the draft, unchanged</source>
      <translation>erste Antworten, die unverändert der Entwurf waren</translation>
    </message>
    <message>
      <source>folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>folders filters sidebar</source>
      <translation>Ordner Filter Seitenleiste</translation>
    </message>
    <message>
      <source>follow-up</source>
      <translation>Wiedervorlage</translation>
    </message>
    <message>
      <source>followed</source>
      <translation>beobachtet</translation>
    </message>
    <message>
      <source>for a person to look at</source>
      <translation>zum Ansehen für einen Menschen</translation>
    </message>
    <message>
      <source>found wrong afterwards</source>
      <translation>hinterher falsch gefunden</translation>
    </message>
    <message>
      <source>from a gap that {0} ticket{1} showed</source>
      <translation>aus einer Wissenslücke (Tickets: {0}{1})</translation>
    </message>
    <message>
      <source>from {cut} on: by now {wrong} wrong of {checked} checked, {at_least} more needed if none is wrong{rate}</source>
      <translation>ab {cut}: bis jetzt {wrong} von {checked} geprüften falsch, {at_least} weitere nötig, wenn keine falsch ist{rate}</translation>
    </message>
    <message>
      <source>from {requester}</source>
      <translation>von {requester}</translation>
    </message>
    <message>
      <source>from {since} to {until}</source>
      <translation>vom {since} bis {until}</translation>
    </message>
    <message>
      <source>give it 1 to {0} things to do</source>
      <translation>geben Sie ihr 1 bis {0} Dinge zu tun</translation>
    </message>
    <message>
      <source>give it a name of at most {0} characters</source>
      <translation>geben Sie einen Namen von höchstens {0} Zeichen</translation>
    </message>
    <message>
      <source>give it a name of one line and at most {0} characters</source>
      <translation>geben Sie einen einzeiligen Namen von höchstens {0} Zeichen</translation>
    </message>
    <message>
      <source>give it a name with letters or digits of at most {0} characters</source>
      <translation>geben Sie einen Namen mit Buchstaben oder Ziffern von höchstens {0} Zeichen</translation>
    </message>
    <message>
      <source>give it a subject, a text or a tag</source>
      <translation>geben Sie einen Betreff, einen Text oder ein Schlagwort</translation>
    </message>
    <message>
      <source>give the agent a name</source>
      <translation>geben Sie dem Agenten einen Namen</translation>
    </message>
    <message>
      <source>goal</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>h</source>
      <translation>Std.</translation>
    </message>
    <message>
      <source>half took less</source>
      <translation>die Hälfte brauchte weniger</translation>
    </message>
    <message>
      <source>half waited less</source>
      <translation>die Hälfte wartete weniger</translation>
    </message>
    <message>
      <source>handed on, the draft itself was right</source>
      <translation>weitergegeben, der Entwurf selbst war richtig</translation>
    </message>
    <message>
      <source>has a list of names of {0}: split it</source>
      <translation>hat ein Namensverzeichnis von {0}: Teilen Sie es</translation>
    </message>
    <message>
      <source>has a name of more than {0} characters: shorten it</source>
      <translation>hat einen Namen von mehr als {0} Zeichen: Kürzen Sie ihn</translation>
    </message>
    <message>
      <source>has a name that leads out of the archive: pack it with plain names</source>
      <translation>hat einen Namen, der aus dem Archiv hinausführt: Packen Sie es mit einfachen Namen</translation>
    </message>
    <message>
      <source>has an encoding that cannot be written back: save it as UTF-8 with a text editor first</source>
      <translation>hat eine Kodierung, in der sich nicht zurückschreiben lässt: Speichern Sie die Datei erst mit einem Texteditor als UTF-8</translation>
    </message>
    <message>
      <source>has characters in its name that cannot be shown: rename it</source>
      <translation>hat Zeichen im Namen, die sich nicht zeigen lassen: Benennen Sie sie um</translation>
    </message>
    <message>
      <source>has failures</source>
      <translation>hat Fehler</translation>
    </message>
    <message>
      <source>has no knowledge base yet: choose the one it goes into</source>
      <translation>hat noch keine Wissensbasis: Wählen Sie die, in die es kommt</translation>
    </message>
    <message>
      <source>has {map}</source>
      <translation>enthält {map}</translation>
    </message>
    <message>
      <source>holds no markdown: name a folder with files ending in .md, .mdx or .markdown</source>
      <translation>enthält kein Markdown: Nennen Sie einen Ordner mit Dateien auf .md, .mdx oder .markdown</translation>
    </message>
    <message>
      <source>holds no markdown: pack files ending in .md, .mdx or .markdown</source>
      <translation>enthält kein Markdown: Packen Sie Dateien auf .md, .mdx oder .markdown hinein</translation>
    </message>
    <message>
      <source>holds no text besides its front matter, comments and marks: write something into it or delete it</source>
      <translation>enthält keinen Text außer Kopfdaten, Kommentaren und Zeichen: Schreiben Sie etwas hinein, oder löschen Sie die Datei</translation>
    </message>
    <message>
      <source>holds no text besides the definitions of links and rules: write something into it or delete it</source>
      <translation>enthält keinen Text außer den Definitionen von Verweisen und Linien: Schreiben Sie etwas hinein, oder löschen Sie die Datei</translation>
    </message>
    <message>
      <source>holds nothing that can be seen: write something into it or delete it</source>
      <translation>enthält nichts Sichtbares: Schreiben Sie etwas hinein, oder löschen Sie die Datei</translation>
    </message>
    <message>
      <source>holds {0} names, more than {1}: split it</source>
      <translation>enthält {0} Namen, mehr als {1}: Teilen Sie es</translation>
    </message>
    <message>
      <source>how hits of a search are weighed changed: with the search model, or with the program</source>
      <translation>wie Treffer einer Suche gewichtet werden, hat sich geändert: mit dem Suchmodell oder mit dem Programm</translation>
    </message>
    <message>
      <source>how it is backed</source>
      <translation>wie er belegt ist</translation>
    </message>
    <message>
      <source>how sure the model was</source>
      <translation>wie sicher das Modell war</translation>
    </message>
    <message>
      <source>how the model is asked changed: the context window, or the program itself</source>
      <translation>wie das Modell gefragt wird, hat sich geändert: das Kontextfenster oder das Programm selbst</translation>
    </message>
    <message>
      <source>how-to</source>
      <translation>Anleitung</translation>
    </message>
    <message>
      <source>import run</source>
      <translation>Importlauf</translation>
    </message>
    <message>
      <source>improving</source>
      <translation>Der Index wird verbessert</translation>
    </message>
    <message>
      <source>in order</source>
      <translation>in Ordnung</translation>
    </message>
    <message>
      <source>in {days} days, today included{again}</source>
      <translation>in {days} Tagen, heute mitgezählt{again}</translation>
    </message>
    <message>
      <source>indexing</source>
      <translation>Wird indiziert</translation>
    </message>
    <message>
      <source>instruction</source>
      <translation>Anweisung</translation>
    </message>
    <message>
      <source>intent</source>
      <translation>Anliegen</translation>
    </message>
    <message>
      <source>intent unclear</source>
      <translation>Anliegen unklar</translation>
    </message>
    <message>
      <source>internal</source>
      <translation>intern</translation>
    </message>
    <message>
      <source>is</source>
      <translation>ist</translation>
    </message>
    <message>
      <source>is a link in a circle or to nothing: put the file itself here</source>
      <translation>ist eine Verknüpfung im Kreis oder ins Leere: Legen Sie die Datei selbst hierher</translation>
    </message>
    <message>
      <source>is a link or a device, not a file: pack the file itself</source>
      <translation>ist eine Verknüpfung oder ein Gerät, keine Datei: Packen Sie die Datei selbst</translation>
    </message>
    <message>
      <source>is a link out of the imported folder: put the file itself here</source>
      <translation>ist eine Verknüpfung aus dem importierten Ordner hinaus: Legen Sie die Datei selbst hierher</translation>
    </message>
    <message>
      <source>is a link to a folder, which is not followed: put the files themselves here</source>
      <translation>ist eine Verknüpfung auf einen Ordner, der nicht gefolgt wird: Legen Sie die Dateien selbst hierher</translation>
    </message>
    <message>
      <source>is a pipe or a device, not a file: put a real file here</source>
      <translation>ist eine Pipe oder ein Gerät, keine Datei: Legen Sie eine echte Datei hierher</translation>
    </message>
    <message>
      <source>is empty: write something into it or delete it</source>
      <translation>ist leer: Schreiben Sie etwas hinein, oder löschen Sie die Datei</translation>
    </message>
    <message>
      <source>is in the archive twice: pack it again</source>
      <translation>ist zweimal im Archiv: Packen Sie es neu</translation>
    </message>
    <message>
      <source>is larger than the archive says and than {0}: split it</source>
      <translation>ist größer, als das Archiv sagt, und größer als {0}: Teilen Sie die Datei</translation>
    </message>
    <message>
      <source>is larger than {0}: split it</source>
      <translation>ist größer als {0}: Teilen Sie die Datei</translation>
    </message>
    <message>
      <source>is locked by a password: pack it without one</source>
      <translation>ist mit einem Kennwort gesperrt: Packen Sie ohne</translation>
    </message>
    <message>
      <source>is neither a folder nor a file: name a folder, a markdown file or a .zip</source>
      <translation>ist weder Ordner noch Datei: Nennen Sie einen Ordner, eine Markdown-Datei oder ein .zip</translation>
    </message>
    <message>
      <source>is no place in the folder of a knowledge base: choose a name like new{0}</source>
      <translation>ist kein Ort im Ordner einer Wissensbasis: Wählen Sie einen Namen wie new{0}</translation>
    </message>
    <message>
      <source>is not</source>
      <translation>ist nicht</translation>
    </message>
    <message>
      <source>is not markdown: name a folder, a file ending in .md, .mdx or .markdown, or a .zip of them</source>
      <translation>ist kein Markdown: Nennen Sie einen Ordner, eine Datei auf .md, .mdx oder .markdown oder ein .zip davon</translation>
    </message>
    <message>
      <source>is not set</source>
      <translation>ist nicht gesetzt</translation>
    </message>
    <message>
      <source>is not text ({0}% control characters): save it as UTF-8 text</source>
      <translation>ist kein Text ({0} % Steuerzeichen): Speichern Sie die Datei als UTF-8-Text</translation>
    </message>
    <message>
      <source>is packed by an unusual method ({0}): pack it as an ordinary zip</source>
      <translation>ist mit einem ungewöhnlichen Verfahren gepackt ({0}): Packen Sie ein gewöhnliches Zip</translation>
    </message>
    <message>
      <source>is read-only: allow writing to it, or keep the change in the desk only</source>
      <translation>ist schreibgeschützt: Erlauben Sie das Schreiben, oder behalten Sie die Änderung nur im Helpdesk</translation>
    </message>
    <message>
      <source>is set</source>
      <translation>ist gesetzt</translation>
    </message>
    <message>
      <source>is the name of another article: choose another one</source>
      <translation>heißt schon ein anderer Artikel: Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
      <source>is {0} large, more than {1}: split it</source>
      <translation>ist {0} groß, mehr als {1}: Teilen Sie die Datei</translation>
    </message>
    <message>
      <source>is {0}, not text: export it as markdown</source>
      <translation>ist {0}, kein Text: Exportieren Sie als Markdown</translation>
    </message>
    <message>
      <source>it answered HTTP {0}</source>
      <translation>es kam die Antwort HTTP {0}</translation>
    </message>
    <message>
      <source>it answered a moment ago</source>
      <translation>eben antwortete er noch</translation>
    </message>
    <message>
      <source>it cannot be loaded: {0}</source>
      <translation>es lässt sich nicht laden: {0}</translation>
    </message>
    <message>
      <source>it cannot be read</source>
      <translation>es lässt sich nicht lesen</translation>
    </message>
    <message>
      <source>it cannot be read ({0})</source>
      <translation>es lässt sich nicht lesen ({0})</translation>
    </message>
    <message>
      <source>it cannot be read as a backup ({0})</source>
      <translation>als Sicherung nicht lesbar ({0})</translation>
    </message>
    <message>
      <source>it cannot be written ({0})</source>
      <translation>es lässt sich nicht schreiben ({0})</translation>
    </message>
    <message>
      <source>it cannot be written there: choose another place</source>
      <translation>es lässt sich dort nicht schreiben: Wählen Sie einen anderen Ort</translation>
    </message>
    <message>
      <source>it could not be read</source>
      <translation>es ließ sich nicht lesen</translation>
    </message>
    <message>
      <source>it could not be taken apart ({0})</source>
      <translation>es ließ sich nicht zerlegen ({0})</translation>
    </message>
    <message>
      <source>it could not be tried ({0})</source>
      <translation>es ließ sich nicht probieren ({0})</translation>
    </message>
    <message>
      <source>it does not find known passages</source>
      <translation>er findet bekannte Textstellen nicht</translation>
    </message>
    <message>
      <source>it does not go on where it stopped</source>
      <translation>es geht nicht dort weiter, wo es aufhörte</translation>
    </message>
    <message>
      <source>it does not say which macro to put into the reply</source>
      <translation>es fehlt, welcher Textbaustein in die Antwort soll</translation>
    </message>
    <message>
      <source>it does not say which tag to add</source>
      <translation>es fehlt, welches Schlagwort hinzukommen soll</translation>
    </message>
    <message>
      <source>it does not say which tag to take away</source>
      <translation>es fehlt, welches Schlagwort wegkommen soll</translation>
    </message>
    <message>
      <source>it does not say which version of the model is the newest</source>
      <translation>welche Version des Modells die neueste ist, sagt er nicht</translation>
    </message>
    <message>
      <source>it ended before the model was complete</source>
      <translation>die Übertragung endete, bevor das Modell vollständig war</translation>
    </message>
    <message>
      <source>it ended for no reason</source>
      <translation>die Übertragung endete ohne Grund</translation>
    </message>
    <message>
      <source>it ended the process that tried it ({0})</source>
      <translation>der Prozess, der es probierte, wurde dadurch beendet ({0})</translation>
    </message>
    <message>
      <source>it ended with “{0}”</source>
      <translation>die Antwort endete mit „{0}“</translation>
    </message>
    <message>
      <source>it fired more than {0} times in an hour for ticket {1}</source>
      <translation>sie wurde für Ticket {1} öfter als {0}-mal in einer Stunde ausgelöst</translation>
    </message>
    <message>
      <source>it has changed since</source>
      <translation>es hat sich seither geändert</translation>
    </message>
    <message>
      <source>it has more than {0} MB</source>
      <translation>hat mehr als {0} MB</translation>
    </message>
    <message>
      <source>it has {0} characters; at most {1} can be sent</source>
      <translation>hat {0} Zeichen; gesendet werden können höchstens {1}</translation>
    </message>
    <message>
      <source>it has {0} holidays; {1} are the most</source>
      <translation>hat {0} Feiertage; höchstens {1} sind möglich</translation>
    </message>
    <message>
      <source>it has {0}, and a mail takes files up to {1}</source>
      <translation>hat {0}, und eine Mail nimmt Dateien bis {1} auf</translation>
    </message>
    <message>
      <source>it holds no numbers of a report: it is no report of this program, or not a whole one</source>
      <translation>enthält keine Zahlen eines Berichts: kein Bericht dieses Programms oder kein ganzer</translation>
    </message>
    <message>
      <source>it is a draft or archived</source>
      <translation>er ist ein Entwurf oder archiviert</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>es ist ein Ordner</translation>
    </message>
    <message>
      <source>it is a folder or a device, not a file</source>
      <translation>es ist ein Ordner oder ein Gerät, keine Datei</translation>
    </message>
    <message>
      <source>it is cut or damaged</source>
      <translation>abgeschnitten oder beschädigt</translation>
    </message>
    <message>
      <source>it is empty</source>
      <translation>die Datei ist leer</translation>
    </message>
    <message>
      <source>it is in another knowledge base</source>
      <translation>er ist in einer anderen Wissensbasis</translation>
    </message>
    <message>
      <source>it is larger than {0} GB</source>
      <translation>größer als {0} GB</translation>
    </message>
    <message>
      <source>it is larger than {0} MB; a calendar of holidays is not</source>
      <translation>größer als {0} MB; ein Kalender mit Feiertagen ist das nicht</translation>
    </message>
    <message>
      <source>it is no whole report of this program ({0})</source>
      <translation>kein vollständiger Bericht dieses Programms ({0})</translation>
    </message>
    <message>
      <source>it is not in {0}</source>
      <translation>er ist nicht auf {0}</translation>
    </message>
    <message>
      <source>it is not internal</source>
      <translation>er ist nicht intern</translation>
    </message>
    <message>
      <source>it is not public</source>
      <translation>er ist nicht öffentlich</translation>
    </message>
    <message>
      <source>it is not ready</source>
      <translation>noch nicht bereit</translation>
    </message>
    <message>
      <source>it is not there any more</source>
      <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
      <source>it is not there any more (HTTP 404: {0})</source>
      <translation>nicht mehr vorhanden (HTTP 404: {0})</translation>
    </message>
    <message>
      <source>it is of the kind {0} and stays so; remove it first to begin anew</source>
      <translation>es ist von der Art {0} und bleibt so; entfernen Sie es erst, um neu anzufangen</translation>
    </message>
    <message>
      <source>it is on a network drive, which gives no notice: it is looked at every minute</source>
      <translation>er liegt auf einem Netzlaufwerk, das nichts meldet: Es wird jede Minute nachgesehen</translation>
    </message>
    <message>
      <source>it is too busy now (HTTP {0})</source>
      <translation>gerade zu beschäftigt (HTTP {0})</translation>
    </message>
    <message>
      <source>it matches nothing at all as well, so it would hide everywhere; ask for at least one character</source>
      <translation>es passt auch auf gar nichts und würde überall verbergen; verlangen Sie mindestens ein Zeichen</translation>
    </message>
    <message>
      <source>it may do {0} things to a ticket, not {1}</source>
      <translation>er darf an einem Ticket {0} Dinge tun, nicht {1}</translation>
    </message>
    <message>
      <source>it may not be read</source>
      <translation>die Datei darf nicht gelesen werden</translation>
    </message>
    <message>
      <source>it needs more than {0} MB or broke its reader</source>
      <translation>braucht mehr als {0} MB oder brachte den Leser zum Absturz</translation>
    </message>
    <message>
      <source>it needs no files, and no model folder is chosen</source>
      <translation>er braucht keine Dateien, und kein Modellordner ist gewählt</translation>
    </message>
    <message>
      <source>it no longer gives the vectors it gave when it was adopted; check it and use it anew</source>
      <translation>es gibt nicht mehr die Vektoren wie bei der Übernahme; prüfen Sie es, und nehmen Sie es neu</translation>
    </message>
    <message>
      <source>it promises nothing: give at least one time</source>
      <translation>sie sagt nichts zu: Geben Sie mindestens eine Zeit an</translation>
    </message>
    <message>
      <source>it sends from one place to the next without end</source>
      <translation>es verweist endlos von Ort zu Ort</translation>
    </message>
    <message>
      <source>it sends nothing</source>
      <translation>es kommt nichts</translation>
    </message>
    <message>
      <source>it sends to an address that is not safe</source>
      <translation>es verweist auf eine unsichere Adresse</translation>
    </message>
    <message>
      <source>it sent a line without an end</source>
      <translation>es kam eine Zeile ohne Ende</translation>
    </message>
    <message>
      <source>it sent something that is no reply</source>
      <translation>es kam etwas, das keine Antwort ist</translation>
    </message>
    <message>
      <source>it was cut off before the translation was done</source>
      <translation>die Übersetzung wurde abgeschnitten, bevor sie fertig war</translation>
    </message>
    <message>
      <source>it was made by a newer version of this program</source>
      <translation>von einer neueren Version dieses Programms gemacht</translation>
    </message>
    <message>
      <source>it was made by another program or a newer version</source>
      <translation>von einem anderen Programm oder einer neueren Version gemacht</translation>
    </message>
    <message>
      <source>it was not ready after {0} seconds</source>
      <translation>nach {0} Sekunden noch nicht bereit</translation>
    </message>
    <message>
      <source>it was rolled back or erased; change the file or lift the hold</source>
      <translation>wurde zurückgenommen oder gelöscht; ändern Sie die Datei, oder heben Sie die Sperre auf</translation>
    </message>
    <message>
      <source>its address makes no sense</source>
      <translation>die Adresse ergibt keinen Sinn</translation>
    </message>
    <message>
      <source>its answer does not end</source>
      <translation>die Antwort nimmt kein Ende</translation>
    </message>
    <message>
      <source>its article changed meanwhile</source>
      <translation>der Artikel wurde inzwischen geändert</translation>
    </message>
    <message>
      <source>its article is gone</source>
      <translation>den Artikel gibt es nicht mehr</translation>
    </message>
    <message>
      <source>its folder cannot be written</source>
      <translation>der Ordner lässt sich nicht beschreiben</translation>
    </message>
    <message>
      <source>its folder is followed</source>
      <translation>sein Ordner wird beobachtet</translation>
    </message>
    <message>
      <source>its import was not finished: import the same files again</source>
      <translation>der Import wurde nicht beendet: Importieren Sie dieselben Dateien noch einmal</translation>
    </message>
    <message>
      <source>its kind has no words the desk can read</source>
      <translation>aus dieser Art von Datei kann der Helpdesk keine Wörter lesen</translation>
    </message>
    <message>
      <source>its language must be empty or one of {0}, not {1}</source>
      <translation>die Sprache muss leer oder eine von {0} sein, nicht {1}</translation>
    </message>
    <message>
      <source>its numbers are not those of a report</source>
      <translation>die Zahlen sind nicht die eines Berichts</translation>
    </message>
    <message>
      <source>its own evidence says that more than the promised share is wrong</source>
      <translation>die eigenen Belege sagen, dass mehr als der zugesagte Anteil falsch ist</translation>
    </message>
    <message>
      <source>its parts do not begin where its header says</source>
      <translation>die Teile beginnen nicht, wo der Kopf es sagt</translation>
    </message>
    <message>
      <source>its review is overdue</source>
      <translation>seine Prüfung ist überfällig</translation>
    </message>
    <message>
      <source>its sample is drawn, so its drafts must stay: import into a new trial</source>
      <translation>die Stichprobe ist ausgelost, darum müssen die Entwürfe bleiben: Importieren Sie in einen neuen Probelauf</translation>
    </message>
    <message>
      <source>its subject may have {0} characters, not {1}</source>
      <translation>der Betreff darf {0} Zeichen haben, nicht {1}</translation>
    </message>
    <message>
      <source>its text may have {0} characters, not {1}</source>
      <translation>der Text darf {0} Zeichen haben, nicht {1}</translation>
    </message>
    <message>
      <source>its text of before {0}</source>
      <translation>der Text von vorher {0}</translation>
    </message>
    <message>
      <source>kept on {moment}</source>
      <translation>eingehalten, {moment}</translation>
    </message>
    <message>
      <source>killed by signal {0}</source>
      <translation>durch Signal {0} beendet</translation>
    </message>
    <message>
      <source>knowledge base</source>
      <translation>Wissensbasis</translation>
    </message>
    <message>
      <source>label category</source>
      <translation>Schlagwort Etikett Kategorie</translation>
    </message>
    <message>
      <source>language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>language unknown</source>
      <translation>Sprache unbekannt</translation>
    </message>
    <message>
      <source>larger than {0} MB</source>
      <translation>größer als {0} MB</translation>
    </message>
    <message>
      <source>larger than {0} MB: split it into smaller files</source>
      <translation>größer als {0} MB: Teilen Sie sie in kleinere Dateien</translation>
    </message>
    <message>
      <source>lead of the first words over the next likeliest</source>
      <translation>Vorsprung der ersten Wörter vor den nächstwahrscheinlichen</translation>
    </message>
    <message>
      <source>leads out of the folder of its knowledge base: put the file itself there</source>
      <translation>führt aus dem Ordner der Wissensbasis hinaus: Legen Sie die Datei selbst dorthin</translation>
    </message>
    <message>
      <source>leads out of the imported folder or in a circle: move the files in</source>
      <translation>führt aus dem importierten Ordner hinaus oder im Kreis: Legen Sie die Dateien hinein</translation>
    </message>
    <message>
      <source>legal</source>
      <translation>Rechtliches</translation>
    </message>
    <message>
      <source>let go</source>
      <translation>loslassen</translation>
    </message>
    <message>
      <source>lies in the folder already: choose another name</source>
      <translation>liegt schon im Ordner: Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
      <source>like 12.5</source>
      <translation>wie 12,5</translation>
    </message>
    <message>
      <source>like 2026-05-31</source>
      <translation>wie 31.5.2026</translation>
    </message>
    <message>
      <source>likely</source>
      <translation>wahrscheinlich</translation>
    </message>
    <message>
      <source>likely right</source>
      <translation>wahrscheinlich richtig</translation>
    </message>
    <message>
      <source>line {0}: [{1}] is no language known here; use one of {2}</source>
      <translation>Zeile {0}: [{1}] ist keine hier bekannte Sprache; möglich sind {2}</translation>
    </message>
    <message>
      <source>line {0}: [{1}] is there twice</source>
      <translation>Zeile {0}: [{1}] steht zweimal da</translation>
    </message>
    <message>
      <source>line {0}: begin with a language in brackets, like [de]</source>
      <translation>Zeile {0}: Beginnen Sie mit einer Sprache in Klammern, etwa [de]</translation>
    </message>
    <message>
      <source>line {0}: {1}</source>
      <translation>Zeile {0}: {1}</translation>
    </message>
    <message>
      <source>line {first}</source>
      <translation>Zeile {first}</translation>
    </message>
    <message>
      <source>line {line}: </source>
      <translation>Zeile {line}: </translation>
    </message>
    <message>
      <source>lines {first}–{last}</source>
      <translation>Zeilen {first}–{last}</translation>
    </message>
    <message>
      <source>link</source>
      <translation>Verknüpfung</translation>
    </message>
    <message>
      <source>log audit changes</source>
      <translation>Protokoll Änderungen</translation>
    </message>
    <message>
      <source>log-probability of a token, on average</source>
      <translation>Log-Wahrscheinlichkeit eines Tokens, im Mittel</translation>
    </message>
    <message>
      <source>log-probability of the least sure twentieth</source>
      <translation>Log-Wahrscheinlichkeit des unsichersten Zwanzigstels</translation>
    </message>
    <message>
      <source>longer than {0} characters; split it into two patterns</source>
      <translation>länger als {0} Zeichen; teilen Sie es in zwei Muster</translation>
    </message>
    <message>
      <source>look closely</source>
      <translation>genau hinsehen</translation>
    </message>
    <message>
      <source>looked at a second time</source>
      <translation>ein zweites Mal angesehen</translation>
    </message>
    <message>
      <source>low, normal, high, urgent</source>
      <translation>niedrig, normal, hoch, dringend</translation>
    </message>
    <message>
      <source>lowers confidence</source>
      <translation>senkt das Vertrauen</translation>
    </message>
    <message>
      <source>macro</source>
      <translation>Textbaustein</translation>
    </message>
    <message>
      <source>macro {0}</source>
      <translation>Textbaustein {0}</translation>
    </message>
    <message>
      <source>mailing list ({0})</source>
      <translation>Mailingliste ({0})</translation>
    </message>
    <message>
      <source>major</source>
      <translation>groß</translation>
    </message>
    <message>
      <source>making it harmless took longer than {0} seconds</source>
      <translation>das Entschärfen dauerte länger als {0} Sekunden</translation>
    </message>
    <message>
      <source>marked, {row}</source>
      <translation>markiert, {row}</translation>
    </message>
    <message>
      <source>me</source>
      <translation>ich</translation>
    </message>
    <message>
      <source>meaning</source>
      <translation>Bedeutung</translation>
    </message>
    <message>
      <source>median of today's first replies</source>
      <translation>Median der ersten Antworten von heute</translation>
    </message>
    <message>
      <source>merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <source>messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <source>met too late, on {moment}</source>
      <translation>zu spät erfüllt, {moment}</translation>
    </message>
    <message>
      <source>mine</source>
      <translation>meine</translation>
    </message>
    <message>
      <source>minor</source>
      <translation>gering</translation>
    </message>
    <message>
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>model.onnx is missing</source>
      <translation>model.onnx fehlt</translation>
    </message>
    <message>
      <source>more answers than promised turned out wrong</source>
      <translation>mehr Antworten als versprochen erwiesen sich als falsch</translation>
    </message>
    <message>
      <source>more answers than promised turned out wrong since {0}</source>
      <translation>seit dem {0} waren mehr Antworten falsch als zugesagt</translation>
    </message>
    <message>
      <source>more answers were proven</source>
      <translation>mehr Antworten wurden nachgewiesen</translation>
    </message>
    <message>
      <source>more than a quarter of it was rewritten</source>
      <translation>mehr als ein Viertel wurde neu geschrieben</translation>
    </message>
    <message>
      <source>more than {0} holidays; the rest was left out</source>
      <translation>mehr als {0} Feiertage; der Rest wurde weggelassen</translation>
    </message>
    <message>
      <source>more than {0} open repeats (* or +); say how often, like {{6}} or {{1,9}}</source>
      <translation>mehr als {0} offene Wiederholungen (* oder +); sagen Sie, wie oft, etwa {{6}} oder {{1,9}}</translation>
    </message>
    <message>
      <source>more than {0} parts</source>
      <translation>mehr als {0} Teile</translation>
    </message>
    <message>
      <source>needs a look</source>
      <translation>bitte ansehen</translation>
    </message>
    <message>
      <source>nested too deeply</source>
      <translation>zu tief verschachtelt</translation>
    </message>
    <message>
      <source>neutral mood</source>
      <translation>neutrale Stimmung</translation>
    </message>
    <message>
      <source>never about</source>
      <translation>nie zu</translation>
    </message>
    <message>
      <source>never decided</source>
      <translation>nie entschieden</translation>
    </message>
    <message>
      <source>never falls due: its calendar has no open hours</source>
      <translation>wird nie fällig: Der Kalender hat keine Öffnungszeiten</translation>
    </message>
    <message>
      <source>never, unless an article says when</source>
      <translation>nie, außer ein Artikel sagt wann</translation>
    </message>
    <message>
      <source>new: {added}</source>
      <translation>neu: {added}</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>no article</source>
      <translation>kein Artikel</translation>
    </message>
    <message>
      <source>no channel sends {0} replies</source>
      <translation>kein Kanal sendet Antworten über {0}</translation>
    </message>
    <message>
      <source>no column holds the message: name one of them {0} (columns found: {1})</source>
      <translation>keine Spalte enthält die Nachricht: Benennen Sie eine davon {0} (gefundene Spalten: {1})</translation>
    </message>
    <message>
      <source>no customer was asked in 30 days</source>
      <translation>in 30 Tagen wurde kein Kunde gefragt</translation>
    </message>
    <message>
      <source>no customer's message in it</source>
      <translation>keine Nachricht eines Kunden darin</translation>
    </message>
    <message>
      <source>no customer's message is there, only ours; if a customer wrote it, --us names too much</source>
      <translation>keine Kundennachricht ist dabei, nur eigene; wenn sie ein Kunde schrieb, nennt --us zu viel</translation>
    </message>
    <message>
      <source>no day has open hours</source>
      <translation>kein Tag hat Öffnungszeiten</translation>
    </message>
    <message>
      <source>no draft came about</source>
      <translation>kein Entwurf kam zustande</translation>
    </message>
    <message>
      <source>no draft was rejected</source>
      <translation>kein Entwurf wurde abgelehnt</translation>
    </message>
    <message>
      <source>no draft was written yet</source>
      <translation>noch wurde kein Entwurf geschrieben</translation>
    </message>
    <message>
      <source>no further topic</source>
      <translation>kein weiteres Thema</translation>
    </message>
    <message>
      <source>no key</source>
      <translation>keine Taste</translation>
    </message>
    <message>
      <source>no longer quoted: {0} ({1}:{2})</source>
      <translation>nicht mehr zitiert: {0} ({1}:{2})</translation>
    </message>
    <message>
      <source>no message: none of {0} holds any text</source>
      <translation>keine Nachricht: Keines von {0} enthält Text</translation>
    </message>
    <message>
      <source>no model server answers at {0}</source>
      <translation>unter {0} antwortet kein Modellserver</translation>
    </message>
    <message>
      <source>no model server answers at {0} ({1})</source>
      <translation>unter {0} antwortet kein Modellserver ({1})</translation>
    </message>
    <message>
      <source>no number of answers shows a risk of nothing</source>
      <translation>keine Zahl von Antworten kann ein Risiko von null nachweisen</translation>
    </message>
    <message>
      <source>no question with a reply of {0} was found{1}</source>
      <translation>keine Frage mit einer Antwort von {0} wurde gefunden{1}</translation>
    </message>
    <message>
      <source>no question with its answer was found, and nobody in it can be told to be us: name your addresses or domain (--us), or add an answer column to a table ({0})</source>
      <translation>keine Frage mit Antwort wurde gefunden, und niemand darin ist als „wir“ zu erkennen: Nennen Sie Ihre Adressen oder Ihre Domain (--us), oder fügen Sie einer Tabelle eine Antwortspalte hinzu ({0})</translation>
    </message>
    <message>
      <source>no ratings yet; customers are asked when Preferences say so</source>
      <translation>noch keine Bewertungen; Kunden werden gefragt, wenn die Einstellungen es sagen</translation>
    </message>
    <message>
      <source>no second look: {failure}</source>
      <translation>kein zweiter Blick: {failure}</translation>
    </message>
    <message>
      <source>no shipped line begins with “{0}”; `helpdesk synonyms shipped` shows them</source>
      <translation>keine mitgelieferte Zeile beginnt mit „{0}“; `helpdesk synonyms shipped` zeigt sie</translation>
    </message>
    <message>
      <source>no such column; there are {0}</source>
      <translation>diese Spalte gibt es nicht; es gibt {0}</translation>
    </message>
    <message>
      <source>no test draft was decided yet; until then reviewers are taken at their word</source>
      <translation>noch wurde kein Testentwurf entschieden; bis dahin gilt das Wort der Prüfenden</translation>
    </message>
    <message>
      <source>no ticket is open</source>
      <translation>kein Ticket ist offen</translation>
    </message>
    <message>
      <source>no ticket yet</source>
      <translation>noch kein Ticket</translation>
    </message>
    <message>
      <source>no word for {0} seconds</source>
      <translation>{0} Sekunden lang kein Wort</translation>
    </message>
    <message>
      <source>no words of its own</source>
      <translation>keine eigenen Worte</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>niemand</translation>
    </message>
    <message>
      <source>nobody answers there; this machine may be offline</source>
      <translation>dort antwortet niemand; vielleicht ist dieser Rechner offline</translation>
    </message>
    <message>
      <source>nobody confirmed that texts may go to the model server at {0}</source>
      <translation>niemand hat bestätigt, dass Texte an den Modellserver {0} gehen dürfen</translation>
    </message>
    <message>
      <source>nobody counted yet</source>
      <translation>noch niemand gezählt</translation>
    </message>
    <message>
      <source>nobody has decided on a draft yet</source>
      <translation>noch hat niemand über einen Entwurf entschieden</translation>
    </message>
    <message>
      <source>nobody has decided yet</source>
      <translation>noch hat niemand entschieden</translation>
    </message>
    <message>
      <source>nobody has judged a draft of '{0}' (judged writers: {1})</source>
      <translation>niemand hat einen Entwurf von „{0}“ beurteilt (beurteilte Schreiber: {1})</translation>
    </message>
    <message>
      <source>nobody looked at it in time</source>
      <translation>niemand sah rechtzeitig danach</translation>
    </message>
    <message>
      <source>nobody of us answered</source>
      <translation>niemand von uns antwortete</translation>
    </message>
    <message>
      <source>nobody of us answered it; if somebody did, name that address or domain with --us</source>
      <translation>niemand von uns hat geantwortet; wenn doch, nennen Sie diese Adresse oder Domain mit --us</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>none yet</source>
      <translation>noch keine</translation>
    </message>
    <message>
      <source>normal severity</source>
      <translation>normale Schwere</translation>
    </message>
    <message>
      <source>not UTF-8 text (byte {0} of the line)</source>
      <translation>kein UTF-8-Text (Byte {0} der Zeile)</translation>
    </message>
    <message>
      <source>not a JSON object that can be read ({0})</source>
      <translation>kein lesbares JSON-Objekt ({0})</translation>
    </message>
    <message>
      <source>not a JSON object: each line must be one {{"body": …}}</source>
      <translation>kein JSON-Objekt: Jede Zeile muss ein {{"body": …}} sein</translation>
    </message>
    <message>
      <source>not a JSON object: {0} (character {1})</source>
      <translation>kein JSON-Objekt: {0} (Zeichen {1})</translation>
    </message>
    <message>
      <source>not a document of a word processor</source>
      <translation>kein Dokument einer Textverarbeitung</translation>
    </message>
    <message>
      <source>not a kind of file that holds tickets: {0} can be read</source>
      <translation>keine Datei, die Tickets enthält: Lesbar sind {0}</translation>
    </message>
    <message>
      <source>not a mailbox: its first line does not begin with 'From '</source>
      <translation>kein Postfach: Die erste Zeile beginnt nicht mit „From “</translation>
    </message>
    <message>
      <source>not a regular expression: {0}</source>
      <translation>kein regulärer Ausdruck: {0}</translation>
    </message>
    <message>
      <source>not a regular file</source>
      <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
      <source>not all searchable yet</source>
      <translation>noch nicht ganz durchsuchbar</translation>
    </message>
    <message>
      <source>not every passage brought its vector</source>
      <translation>nicht jede Textstelle brachte ihren Vektor mit</translation>
    </message>
    <message>
      <source>not every ticket has been drafted yet: what is drafted so far is no random sample</source>
      <translation>noch nicht für jedes Ticket gibt es einen Entwurf: Was es bis jetzt gibt, ist keine Zufallsstichprobe</translation>
    </message>
    <message>
      <source>not finished yet</source>
      <translation>noch nicht fertig</translation>
    </message>
    <message>
      <source>not needed</source>
      <translation>nicht nötig</translation>
    </message>
    <message>
      <source>not noticed</source>
      <translation>nicht bemerkt</translation>
    </message>
    <message>
      <source>not ready within {0} seconds</source>
      <translation>nicht binnen {0} Sekunden bereit</translation>
    </message>
    <message>
      <source>not ready yet</source>
      <translation>noch nicht bereit</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>nicht gesetzt</translation>
    </message>
    <message>
      <source>not solved or closed</source>
      <translation>nicht gelöst oder geschlossen</translation>
    </message>
    <message>
      <source>not spam</source>
      <translation>kein Spam</translation>
    </message>
    <message>
      <source>note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>nothing came for {0} seconds</source>
      <translation>{0} Sekunden lang kam nichts</translation>
    </message>
    <message>
      <source>nothing came{0}</source>
      <translation>es kam nichts{0}</translation>
    </message>
    <message>
      <source>nothing drafted yet</source>
      <translation>noch nichts entworfen</translation>
    </message>
    <message>
      <source>nothing found to stand on</source>
      <translation>nichts gefunden, worauf man sich stützen kann</translation>
    </message>
    <message>
      <source>nothing is promised to anybody</source>
      <translation>niemandem ist etwas zugesagt</translation>
    </message>
    <message>
      <source>nothing taken in</source>
      <translation>nichts übernommen</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>nichts zu tun</translation>
    </message>
    <message>
      <source>nothing to prove</source>
      <translation>nichts nachzuweisen</translation>
    </message>
    <message>
      <source>nothing was drafted</source>
      <translation>nichts wurde entworfen</translation>
    </message>
    <message>
      <source>noticed</source>
      <translation>bemerkt</translation>
    </message>
    <message>
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <source>now: {now}</source>
      <translation>jetzt: {now}</translation>
    </message>
    <message>
      <source>number {number}</source>
      <translation>Nummer {number}</translation>
    </message>
    <message>
      <source>of me</source>
      <translation>von mir</translation>
    </message>
    <message>
      <source>of the drafts decided on</source>
      <translation>der entschiedenen Entwürfe</translation>
    </message>
    <message numerus="yes">
      <source>of the newest {n}</source>
      <translation>
        <numerusform>des neuesten {n}</numerusform>
        <numerusform>der neuesten {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>of what could be sent still goes to a person</source>
      <translation>von dem, was gesendet werden könnte, geht trotzdem an einen Menschen</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>old ticket</source>
      <translation>altes Ticket</translation>
    </message>
    <message>
      <source>on</source>
      <translation>an</translation>
    </message>
    <message>
      <source>on {since}</source>
      <translation>am {since}</translation>
    </message>
    <message>
      <source>one denies what the other says</source>
      <translation>eines verneint, was das andere sagt</translation>
    </message>
    <message>
      <source>one of {0}</source>
      <translation>eines von {0}</translation>
    </message>
    <message>
      <source>one or more, with commas between</source>
      <translation>eines oder mehrere, mit Kommas dazwischen</translation>
    </message>
    <message>
      <source>one says the opposite of the other</source>
      <translation>eines sagt das Gegenteil des anderen</translation>
    </message>
    <message>
      <source>one that changed no text</source>
      <translation>einer, der keinen Text änderte</translation>
    </message>
    <message>
      <source>only its wording was changed</source>
      <translation>nur der Wortlaut wurde geändert</translation>
    </message>
    <message>
      <source>or write 2h, 3d, fri 14:00, 2026-12-24</source>
      <translation>oder 2h, 3d, fr 14:00, 24.12.</translation>
    </message>
    <message>
      <source>order</source>
      <translation>Bestellung</translation>
    </message>
    <message>
      <source>other topics</source>
      <translation>andere Themen</translation>
    </message>
    <message>
      <source>our own forwards</source>
      <translation>eigene Weiterleitungen</translation>
    </message>
    <message>
      <source>ours: {keys}</source>
      <translation>ursprünglich: {keys}</translation>
    </message>
    <message>
      <source>overdue</source>
      <translation>überfällig</translation>
    </message>
    <message>
      <source>overdue by {span}</source>
      <translation>seit {span} überfällig</translation>
    </message>
    <message>
      <source>own</source>
      <translation>eigene</translation>
    </message>
    <message>
      <source>page, line {0}</source>
      <translation>Seite, Zeile {0}</translation>
    </message>
    <message>
      <source>parts nested deeper than {0}</source>
      <translation>Teile tiefer verschachtelt als {0}</translation>
    </message>
    <message>
      <source>pass on redirect</source>
      <translation>weitergeben umleiten</translation>
    </message>
    <message>
      <source>passages changed while the index was being built</source>
      <translation>Textstellen änderten sich, während der Index gebaut wurde</translation>
    </message>
    <message>
      <source>past answer</source>
      <translation>frühere Antwort</translation>
    </message>
    <message>
      <source>phrases</source>
      <translation>Wortfolgen</translation>
    </message>
    <message>
      <source>picture.png</source>
      <translation>bild.png</translation>
    </message>
    <message>
      <source>placeholders</source>
      <translation>Platzhalter</translation>
    </message>
    <message>
      <source>pleased</source>
      <translation>zufrieden</translation>
    </message>
    <message>
      <source>postpone remind sleep</source>
      <translation>verschieben erinnern Wiedervorlage</translation>
    </message>
    <message>
      <source>praise</source>
      <translation>Lob</translation>
    </message>
    <message>
      <source>priority {priority}</source>
      <translation>Priorität {priority}</translation>
    </message>
    <message>
      <source>priority: {priority}</source>
      <translation>Priorität: {priority}</translation>
    </message>
    <message>
      <source>privacy</source>
      <translation>Datenschutz</translation>
    </message>
    <message>
      <source>probably needs work</source>
      <translation>braucht vermutlich Arbeit</translation>
    </message>
    <message>
      <source>prompt version {prompt_version}</source>
      <translation>Prompt-Version {prompt_version}</translation>
    </message>
    <message>
      <source>proposal</source>
      <translation>Vorschlag</translation>
    </message>
    <message>
      <source>proven from {cut} on (by now {wrong} wrong of {checked} checked)</source>
      <translation>nachgewiesen ab {cut} (bis jetzt {wrong} von {checked} geprüften falsch)</translation>
    </message>
    <message>
      <source>pulling manifest</source>
      <translation>Verzeichnis wird geholt</translation>
    </message>
    <message>
      <source>questions in it</source>
      <translation>Fragen darin</translation>
    </message>
    <message>
      <source>quoted from the knowledge base</source>
      <translation>aus der Wissensbasis zitiert</translation>
    </message>
    <message>
      <source>quoted instead</source>
      <translation>stattdessen zitiert</translation>
    </message>
    <message>
      <source>quoted now: {0} ({1}:{2})</source>
      <translation>jetzt zitiert: {0} ({1}:{2})</translation>
    </message>
    <message>
      <source>raises confidence</source>
      <translation>hebt das Vertrauen</translation>
    </message>
    <message>
      <source>ratings have 4 or 5 stars</source>
      <translation>Bewertungen haben 4 oder 5 Sterne</translation>
    </message>
    <message>
      <source>read the file again</source>
      <translation>die Datei neu gelesen</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>Lesart</translation>
    </message>
    <message>
      <source>reading it failed ({0})</source>
      <translation>das Lesen schlug fehl ({0})</translation>
    </message>
    <message>
      <source>reading it took more than {0} seconds</source>
      <translation>das Lesen dauerte länger als {0} Sekunden</translation>
    </message>
    <message>
      <source>reads {context} tokens</source>
      <translation>liest {context} Token</translation>
    </message>
    <message>
      <source>reasons</source>
      <translation>Gründe</translation>
    </message>
    <message>
      <source>reckoning what tickets are owed</source>
      <translation>was Tickets zugesagt ist, wird berechnet</translation>
    </message>
    <message>
      <source>refund</source>
      <translation>Rückerstattung</translation>
    </message>
    <message>
      <source>regenerate new draft</source>
      <translation>neu erzeugen</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>relate relation connect</source>
      <translation>verbinden Beziehung</translation>
    </message>
    <message>
      <source>reminder chase</source>
      <translation>Erinnerung Wiedervorlage</translation>
    </message>
    <message>
      <source>rephrase shorten translate tone</source>
      <translation>umformulieren kürzen übersetzen Ton</translation>
    </message>
    <message>
      <source>replies are drafted by quoting the knowledge base meanwhile</source>
      <translation>Antworten werden derweil aus der Wissensbasis zitiert</translation>
    </message>
    <message>
      <source>replies that left</source>
      <translation>Antworten, die hinausgingen</translation>
    </message>
    <message>
      <source>reply</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>requester</source>
      <translation>Anfragende</translation>
    </message>
    <message>
      <source>requester without address</source>
      <translation>Anfragende ohne Adresse</translation>
    </message>
    <message>
      <source>restored from a backup: what was answered since it was made is not known here</source>
      <translation>aus einer Sicherung wiederhergestellt: Was seitdem beantwortet wurde, ist hier nicht bekannt</translation>
    </message>
    <message>
      <source>restored the revision of {0}</source>
      <translation>die Version von {0} wiederhergestellt</translation>
    </message>
    <message>
      <source>return</source>
      <translation>Rücksendung</translation>
    </message>
    <message>
      <source>revert back</source>
      <translation>rückgängig widerrufen</translation>
    </message>
    <message>
      <source>revision</source>
      <translation>Fassung</translation>
    </message>
    <message>
      <source>rising</source>
      <translation>aufsteigend</translation>
    </message>
    <message>
      <source>rising: least, oldest or A first</source>
      <translation>aufsteigend: wenigste, älteste oder A zuerst</translation>
    </message>
    <message>
      <source>rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <source>rule {0}</source>
      <translation>Regel {0}</translation>
    </message>
    <message>
      <source>run of a rule</source>
      <translation>Lauf einer Regel</translation>
    </message>
    <message>
      <source>sampled</source>
      <translation>ausgelost</translation>
    </message>
    <message>
      <source>say after how many hours, from 1 to {0}</source>
      <translation>sagen Sie, nach wie vielen Stunden, von 1 bis {0}</translation>
    </message>
    <message>
      <source>say in a few words what should be different</source>
      <translation>sagen Sie in wenigen Worten, was anders sein soll</translation>
    </message>
    <message>
      <source>say part of it</source>
      <translation>sagen einen Teil davon</translation>
    </message>
    <message>
      <source>say something else</source>
      <translation>sagen etwas anderes</translation>
    </message>
    <message>
      <source>say the same</source>
      <translation>sagen dasselbe</translation>
    </message>
    <message>
      <source>says nothing new yet: write the answer in your own words first</source>
      <translation>sagt noch nichts Neues: Schreiben Sie erst die Antwort in eigenen Worten</translation>
    </message>
    <message>
      <source>schedule delay</source>
      <translation>planen verzögern</translation>
    </message>
    <message>
      <source>score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>score about {score}: {right} of {count} right</source>
      <translation>Wert etwa {score}: {right} von {count} richtig</translation>
    </message>
    <message>
      <source>score on trial</source>
      <translation>Wert auf Probe</translation>
    </message>
    <message>
      <source>score {score} and more: {coverage} of drafts; {wrong} of {checked} checked were wrong, at most {upper}</source>
      <translation>Wert {score} und mehr: {coverage} der Entwürfe; {wrong} von {checked} geprüften waren falsch, höchstens {upper}</translation>
    </message>
    <message>
      <source>second look {0} {1} ms</source>
      <translation>zweiter Blick {0} {1} ms</translation>
    </message>
    <message>
      <source>second look {second}</source>
      <translation>zweiter Blick {second}</translation>
    </message>
    <message>
      <source>seconds in all</source>
      <translation>Sekunden insgesamt</translation>
    </message>
    <message>
      <source>seconds to load the model</source>
      <translation>Sekunden zum Laden des Modells</translation>
    </message>
    <message>
      <source>seconds to the first word</source>
      <translation>Sekunden bis zum ersten Wort</translation>
    </message>
    <message>
      <source>security</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <source>see the outbox in the Inbox</source>
      <translation>siehe Postausgang im Eingang</translation>
    </message>
    <message>
      <source>sent answers</source>
      <translation>gesendete Antworten</translation>
    </message>
    <message>
      <source>sent by the desk itself, {by_right}</source>
      <translation>vom Helpdesk selbst gesendet, {by_right}</translation>
    </message>
    <message>
      <source>sent{who}, turned out wrong: not used</source>
      <translation>gesendet{who}, erwies sich als falsch: wird nicht verwendet</translation>
    </message>
    <message>
      <source>separate divide</source>
      <translation>trennen abspalten</translation>
    </message>
    <message>
      <source>service level</source>
      <translation>Servicezusage</translation>
    </message>
    <message>
      <source>service level {0}</source>
      <translation>Servicezusage {0}</translation>
    </message>
    <message>
      <source>service level: {0}</source>
      <translation>Servicezusage: {0}</translation>
    </message>
    <message>
      <source>sidebar details</source>
      <translation>Seitenleiste Einzelheiten</translation>
    </message>
    <message>
      <source>snooze</source>
      <translation>Zurückstellen</translation>
    </message>
    <message>
      <source>snoozed</source>
      <translation>zurückgestellt</translation>
    </message>
    <message>
      <source>somebody</source>
      <translation>jemand</translation>
    </message>
    <message>
      <source>somebody has worked on it since</source>
      <translation>jemand hat seither daran gearbeitet</translation>
    </message>
    <message>
      <source>somebody stopped all sending</source>
      <translation>jemand hat alles Senden gestoppt</translation>
    </message>
    <message>
      <source>source raw eml headers</source>
      <translation>Quelltext Kopfzeilen</translation>
    </message>
    <message>
      <source>spam</source>
      <translation>Spam</translation>
    </message>
    <message>
      <source>specialist</source>
      <translation>Fachabteilung</translation>
    </message>
    <message>
      <source>stands still, {span} left</source>
      <translation>steht still, {span} übrig</translation>
    </message>
    <message>
      <source>stars</source>
      <translation>Sterne</translation>
    </message>
    <message>
      <source>status {status}</source>
      <translation>Status {status}</translation>
    </message>
    <message>
      <source>sure</source>
      <translation>sicher</translation>
    </message>
    <message>
      <source>switched off by the desk</source>
      <translation>vom Helpdesk ausgeschaltet</translation>
    </message>
    <message>
      <source>synonyms</source>
      <translation>Synonyme</translation>
    </message>
    <message>
      <source>tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>tag {tag}</source>
      <translation>Schlagwort {tag}</translation>
    </message>
    <message>
      <source>tag {tag} is added</source>
      <translation>Schlagwort {tag} kommt hinzu</translation>
    </message>
    <message>
      <source>tag {tag} is taken away</source>
      <translation>Schlagwort {tag} fällt weg</translation>
    </message>
    <message>
      <source>taken back on {moment}</source>
      <translation>am {moment} zurückgenommen</translation>
    </message>
    <message>
      <source>takes longer than {0} seconds to read: split it</source>
      <translation>braucht länger als {0} Sekunden zum Lesen: Teilen Sie die Datei</translation>
    </message>
    <message>
      <source>takes no input_ids</source>
      <translation>nimmt keine input_ids</translation>
    </message>
    <message>
      <source>taking it apart took longer than {0} seconds</source>
      <translation>das Zerlegen dauerte länger als {0} Sekunden</translation>
    </message>
    <message>
      <source>taking it apart took more than {0} MB or failed ({1})</source>
      <translation>das Zerlegen brauchte mehr als {0} MB oder schlug fehl ({1})</translation>
    </message>
    <message>
      <source>taking the mail apart failed ({0})</source>
      <translation>das Zerlegen der Mail schlug fehl ({0})</translation>
    </message>
    <message>
      <source>taking the mail apart took longer than {0} seconds</source>
      <translation>das Zerlegen der Mail dauerte länger als {0} Sekunden</translation>
    </message>
    <message>
      <source>team lead</source>
      <translation>Teamleitung</translation>
    </message>
    <message>
      <source>technical problem</source>
      <translation>technisches Problem</translation>
    </message>
    <message>
      <source>template</source>
      <translation>Vorlage</translation>
    </message>
    <message>
      <source>template {0}</source>
      <translation>Vorlage {0}</translation>
    </message>
    <message>
      <source>test draft {draft_id}, {at}: {kinds}; {outcomes}</source>
      <translation>Testentwurf {draft_id}, {at}: {kinds}; {outcomes}</translation>
    </message>
    <message>
      <source>test drafts caught; too few to correct by</source>
      <translation>Testentwürfe bemerkt; zu wenige zum Berichtigen</translation>
    </message>
    <message>
      <source>texts cannot be compared by meaning at the moment</source>
      <translation>Texte lassen sich gerade nicht nach Bedeutung vergleichen</translation>
    </message>
    <message>
      <source>that is not a folder</source>
      <translation>das ist kein Ordner</translation>
    </message>
    <message>
      <source>that ticket is not in the sample</source>
      <translation>dieses Ticket ist nicht in der Stichprobe</translation>
    </message>
    <message>
      <source>that time has passed already</source>
      <translation>diese Zeit ist schon vorbei</translation>
    </message>
    <message>
      <source>the PDF cannot be written there: {reason}</source>
      <translation>das PDF kann dort nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>the address cannot be read</source>
      <translation>die Adresse ist nicht zu lesen</translation>
    </message>
    <message>
      <source>the address of a copy</source>
      <translation>die Adresse einer Kopie</translation>
    </message>
    <message>
      <source>the article was removed; the words quoted from it are kept</source>
      <translation>der Artikel wurde entfernt; die daraus zitierten Worte sind aufgehoben</translation>
    </message>
    <message>
      <source>the computer is busy with other work</source>
      <translation>der Rechner ist mit anderer Arbeit beschäftigt</translation>
    </message>
    <message>
      <source>the computer runs on battery</source>
      <translation>der Rechner läuft mit Akku</translation>
    </message>
    <message>
      <source>the computer's clock went back</source>
      <translation>die Uhr des Rechners ging zurück</translation>
    </message>
    <message>
      <source>the condition on {0} wants a value</source>
      <translation>die Bedingung zu {0} verlangt einen Wert</translation>
    </message>
    <message>
      <source>the connection was cut</source>
      <translation>die Verbindung riss ab</translation>
    </message>
    <message>
      <source>the customer</source>
      <translation>der Kunde</translation>
    </message>
    <message>
      <source>the customer did not write again</source>
      <translation>der Kunde schrieb nicht wieder</translation>
    </message>
    <message>
      <source>the customer has been waiting</source>
      <translation>der Kunde wartet auf uns</translation>
    </message>
    <message>
      <source>the customer rated the answer low</source>
      <translation>der Kunde bewertete die Antwort schlecht</translation>
    </message>
    <message>
      <source>the customer wrote again</source>
      <translation>der Kunde schrieb wieder</translation>
    </message>
    <message>
      <source>the customer wrote again after the ticket was solved</source>
      <translation>der Kunde schrieb wieder, nachdem das Ticket gelöst war</translation>
    </message>
    <message>
      <source>the customer wrote again before its time came; the text is in the editor of the ticket</source>
      <translation>der Kunde schrieb vor der vorgesehenen Zeit noch einmal; der Text steht im Editor des Tickets</translation>
    </message>
    <message>
      <source>the desk works by itself here and is nobody's 'me'; name the agent</source>
      <translation>der Helpdesk arbeitet hier von selbst und ist niemandes „me“; nennen Sie den Agenten</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>die Festplatte ist voll</translation>
    </message>
    <message>
      <source>the disk quota is used up</source>
      <translation>der Speicherplatz ist aufgebraucht</translation>
    </message>
    <message>
      <source>the drafter changed</source>
      <translation>der Verfasser der Entwürfe änderte sich</translation>
    </message>
    <message>
      <source>the embedder cannot be used: {0} ({1})</source>
      <translation>der Einbetter ist nicht zu benutzen: {0} ({1})</translation>
    </message>
    <message>
      <source>the file cannot be written there: {0}</source>
      <translation>die Datei lässt sich dort nicht schreiben: {0}</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>die Datei ist leer</translation>
    </message>
    <message>
      <source>the files are the same, but it no longer gives the vectors it gave when it was adopted</source>
      <translation>die Dateien sind dieselben, aber es gibt nicht mehr die Vektoren wie bei der Übernahme</translation>
    </message>
    <message>
      <source>the finished mail does not hold exactly the files that were attached</source>
      <translation>die fertige Mail enthält nicht genau die angehängten Dateien</translation>
    </message>
    <message>
      <source>the finished mail does not name exactly the requester and those who get a copy</source>
      <translation>die fertige Mail nennt nicht genau den Anfragenden und alle, die eine Kopie bekommen</translation>
    </message>
    <message>
      <source>the folder holds no ticket file ({0})</source>
      <translation>der Ordner enthält keine Ticketdatei ({0})</translation>
    </message>
    <message>
      <source>the folder is not there</source>
      <translation>der Ordner ist nicht da</translation>
    </message>
    <message>
      <source>the folder is not there: its articles stay as they are until it is back</source>
      <translation>der Ordner ist nicht da: Seine Artikel bleiben, wie sie sind, bis er wieder da ist</translation>
    </message>
    <message>
      <source>the folder is read-only</source>
      <translation>der Ordner ist schreibgeschützt</translation>
    </message>
    <message>
      <source>the folder may not be written to</source>
      <translation>in den Ordner darf nicht geschrieben werden</translation>
    </message>
    <message>
      <source>the folder named in Preferences</source>
      <translation>der in den Einstellungen genannte Ordner</translation>
    </message>
    <message>
      <source>the goal changed: {0}</source>
      <translation>das Ziel änderte sich: {0}</translation>
    </message>
    <message>
      <source>the import was cancelled</source>
      <translation>der Import wurde abgebrochen</translation>
    </message>
    <message>
      <source>the index failed ({0}: {1})</source>
      <translation>der Index schlug fehl ({0}: {1})</translation>
    </message>
    <message>
      <source>the index holds {0} passages instead of {1}</source>
      <translation>der Index enthält {0} Textstellen statt {1}</translation>
    </message>
    <message>
      <source>the index process did not answer within {0} seconds</source>
      <translation>der Indexprozess antwortete nicht binnen {0} Sekunden</translation>
    </message>
    <message>
      <source>the index process ended ({0})</source>
      <translation>der Indexprozess endete ({0})</translation>
    </message>
    <message>
      <source>the index process failed ({0})</source>
      <translation>der Indexprozess schlug fehl ({0})</translation>
    </message>
    <message>
      <source>the index process was restarted while the index was being built</source>
      <translation>der Indexprozess wurde neu gestartet, während der Index aufgebaut wurde</translation>
    </message>
    <message>
      <source>the index that was in use is damaged or gone</source>
      <translation>der bisher verwendete Index ist beschädigt oder fehlt</translation>
    </message>
    <message>
      <source>the index was made by another version of this program</source>
      <translation>der Index wurde von einer anderen Version dieses Programms gemacht</translation>
    </message>
    <message>
      <source>the index was made by other rules of words</source>
      <translation>der Index wurde nach anderen Wortregeln gemacht</translation>
    </message>
    <message>
      <source>the index was made with another embedder</source>
      <translation>der Index wurde mit einem anderen Einbetter gemacht</translation>
    </message>
    <message>
      <source>the instructions to the writer</source>
      <translation>die Anweisungen an den Schreiber</translation>
    </message>
    <message>
      <source>the instructions to the writer changed: the tone, the house rules, or the program itself</source>
      <translation>die Anweisungen an den Schreiber haben sich geändert: der Ton, die Hausregeln oder das Programm selbst</translation>
    </message>
    <message>
      <source>the line is longer than {0} MB</source>
      <translation>die Zeile ist länger als {0} MB</translation>
    </message>
    <message>
      <source>the mail cannot be read: {0}</source>
      <translation>die Mail ist nicht zu lesen: {0}</translation>
    </message>
    <message>
      <source>the mail could not be taken apart ({0})</source>
      <translation>die Mail ließ sich nicht zerlegen ({0})</translation>
    </message>
    <message>
      <source>the mail is empty: no subject, no text, no attachment</source>
      <translation>die Mail ist leer: kein Betreff, kein Text, kein Anhang</translation>
    </message>
    <message>
      <source>the mail is larger than {0} MB</source>
      <translation>die Mail ist größer als {0} MB</translation>
    </message>
    <message>
      <source>the manifest cannot be read</source>
      <translation>das Verzeichnis des Index ist nicht zu lesen</translation>
    </message>
    <message>
      <source>the manifest is missing</source>
      <translation>das Verzeichnis des Index fehlt</translation>
    </message>
    <message>
      <source>the manifest was changed behind the desk's back</source>
      <translation>das Verzeichnis des Index wurde hinter dem Rücken des Helpdesks geändert</translation>
    </message>
    <message>
      <source>the mark cannot be set</source>
      <translation>die Markierung lässt sich nicht setzen</translation>
    </message>
    <message>
      <source>the median time between two decisions of one agent, of {0} measured</source>
      <translation>der Median der Zeit zwischen zwei Entscheidungen eines Agenten, aus {0} gemessenen</translation>
    </message>
    <message>
      <source>the message has no words that could be compared</source>
      <translation>die Nachricht hat keine Wörter, die sich vergleichen ließen</translation>
    </message>
    <message>
      <source>the message is too long for the {0} tokens the model reads at once</source>
      <translation>die Nachricht ist zu lang für die {0} Token, die das Modell auf einmal liest</translation>
    </message>
    <message>
      <source>the model</source>
      <translation>das Modell</translation>
    </message>
    <message>
      <source>the model failed while it ran</source>
      <translation>das Modell schlug im Betrieb fehl</translation>
    </message>
    <message>
      <source>the model gives no finite vector a text (its output {0} is {1})</source>
      <translation>das Modell gibt nicht je Text einen endlichen Vektor (seine Ausgabe {0} ist {1})</translation>
    </message>
    <message>
      <source>the model gives vectors of {0} numbers instead of {1}</source>
      <translation>das Modell gibt Vektoren mit {0} Zahlen statt {1}</translation>
    </message>
    <message>
      <source>the model is larger than {0} GB</source>
      <translation>das Modell ist größer als {0} GB</translation>
    </message>
    <message>
      <source>the model server has no model that can write here</source>
      <translation>der Modellserver hat kein Modell, das hier schreiben kann</translation>
    </message>
    <message>
      <source>the model server is busy ({0})</source>
      <translation>der Modellserver ist beschäftigt ({0})</translation>
    </message>
    <message>
      <source>the model server refused the request ({0})</source>
      <translation>der Modellserver wies die Anfrage ab ({0})</translation>
    </message>
    <message>
      <source>the model stopped ({0})</source>
      <translation>das Modell hörte auf ({0})</translation>
    </message>
    <message>
      <source>the model was cut off</source>
      <translation>das Modell wurde unterbrochen</translation>
    </message>
    <message>
      <source>the model {0}</source>
      <translation>das Modell {0}</translation>
    </message>
    <message>
      <source>the model {0} could not be loaded ({1})</source>
      <translation>das Modell {0} ließ sich nicht laden ({1})</translation>
    </message>
    <message>
      <source>the model {0} is not installed</source>
      <translation>das Modell {0} ist nicht installiert</translation>
    </message>
    <message>
      <source>the model {0} is still being loaded after {1} seconds</source>
      <translation>das Modell {0} wird nach {1} Sekunden noch immer geladen</translation>
    </message>
    <message>
      <source>the name must have 1 to {0} letters and not be '{1}'</source>
      <translation>der Name muss 1 bis {0} Zeichen haben und darf nicht „{1}“ sein</translation>
    </message>
    <message>
      <source>the note it shall write has no words</source>
      <translation>der Notiz, die geschrieben werden soll, fehlt der Text</translation>
    </message>
    <message>
      <source>the notice it shall show has no words</source>
      <translation>dem Hinweis, der gezeigt werden soll, fehlt der Text</translation>
    </message>
    <message>
      <source>the process that builds the graph was restarted</source>
      <translation>der Prozess, der den Graphen aufbaut, wurde neu gestartet</translation>
    </message>
    <message>
      <source>the process that compares articles was lost ({0})</source>
      <translation>der Prozess, der Artikel vergleicht, ging verloren ({0})</translation>
    </message>
    <message>
      <source>the program ended while this reply was being sent; whether it arrived is not known</source>
      <translation>das Programm endete, während diese Antwort gesendet wurde; ob sie ankam, ist nicht bekannt</translation>
    </message>
    <message>
      <source>the prompt file cannot be read; install the program again</source>
      <translation>die Anweisungsdatei ist nicht zu lesen; installieren Sie das Programm neu</translation>
    </message>
    <message>
      <source>the question or the reply has no words of its own, only what it quotes or attaches</source>
      <translation>die Frage oder die Antwort hat keine eigenen Worte, nur was sie zitiert oder anhängt</translation>
    </message>
    <message>
      <source>the reply does not end</source>
      <translation>die Antwort nimmt kein Ende</translation>
    </message>
    <message>
      <source>the reply has no usable Message-ID</source>
      <translation>die Antwort hat keine brauchbare Message-ID</translation>
    </message>
    <message>
      <source>the reply was empty</source>
      <translation>die Antwort war leer</translation>
    </message>
    <message>
      <source>the requester's address</source>
      <translation>die Adresse des Anfragenden</translation>
    </message>
    <message>
      <source>the rest in {duration}</source>
      <translation>der Rest in {duration}</translation>
    </message>
    <message>
      <source>the row cannot be read: {0}</source>
      <translation>die Zeile ist nicht zu lesen: {0}</translation>
    </message>
    <message>
      <source>the rules that hold answers back</source>
      <translation>die Regeln, die Antworten zurückhalten</translation>
    </message>
    <message>
      <source>the rules that hold answers back changed: what a person always decides, the links to your own sites, or the program itself</source>
      <translation>die Regeln, die Antworten zurückhalten, haben sich geändert: was immer ein Mensch entscheidet, die Verweise auf eigene Seiten oder das Programm selbst</translation>
    </message>
    <message>
      <source>the score</source>
      <translation>der Wert</translation>
    </message>
    <message>
      <source>the score {0} took its place: it is proven for more answers</source>
      <translation>der Wert {0} trat an seine Stelle: Er ist für mehr Antworten nachgewiesen</translation>
    </message>
    <message>
      <source>the search model</source>
      <translation>das Suchmodell</translation>
    </message>
    <message>
      <source>the second look is still being loaded</source>
      <translation>der zweite Blick wird noch geladen</translation>
    </message>
    <message>
      <source>the second look took too long, so the order is the first one</source>
      <translation>der zweite Blick dauerte zu lange, die Reihenfolge ist die erste</translation>
    </message>
    <message>
      <source>the sense of a sentence was turned round</source>
      <translation>der Sinn eines Satzes wurde umgekehrt</translation>
    </message>
    <message>
      <source>the settings for drafting</source>
      <translation>die Einstellungen fürs Entwerfen</translation>
    </message>
    <message>
      <source>the share</source>
      <translation>den Anteil</translation>
    </message>
    <message>
      <source>the source it names does not say it, another one does</source>
      <translation>die genannte Quelle sagt es nicht, eine andere aber doch</translation>
    </message>
    <message>
      <source>the stream ended before the reply was done</source>
      <translation>der Strom endete, bevor die Antwort fertig war</translation>
    </message>
    <message>
      <source>the system cannot follow that many folders ({0}): it is looked at every minute</source>
      <translation>das System kann so vielen Ordnern nicht folgen ({0}): Es wird jede Minute nachgesehen</translation>
    </message>
    <message>
      <source>the ticket was closed without it</source>
      <translation>das Ticket wurde ohne ihn geschlossen</translation>
    </message>
    <message>
      <source>the ticket was opened again before its time came</source>
      <translation>das Ticket wurde wieder geöffnet, bevor es so weit war</translation>
    </message>
    <message>
      <source>the unit of a number differs</source>
      <translation>die Einheit einer Zahl weicht ab</translation>
    </message>
    <message>
      <source>the way articles are cut</source>
      <translation>die Art, wie Artikel zerlegt werden</translation>
    </message>
    <message>
      <source>the whole sample is judged and was weighed: nothing of it can be taken back</source>
      <translation>die ganze Stichprobe ist beurteilt und wurde gewogen: Nichts davon kann zurückgenommen werden</translation>
    </message>
    <message>
      <source>the word itself is missing</source>
      <translation>das Wort selbst fehlt</translation>
    </message>
    <message>
      <source>the worker is closed</source>
      <translation>der Arbeitsprozess ist geschlossen</translation>
    </message>
    <message>
      <source>the writer</source>
      <translation>der Schreiber</translation>
    </message>
    <message>
      <source>then: {then}</source>
      <translation>damals: {then}</translation>
    </message>
    <message numerus="yes">
      <source>there are {n} so far</source>
      <translation>
        <numerusform>bisher gibt es {n}</numerusform>
        <numerusform>bisher gibt es {n}</numerusform>
      </translation>
    </message>
    <message>
      <source>there is a field too much like '{0}'</source>
      <translation>es gibt ein Feld, das „{0}“ zu ähnlich ist</translation>
    </message>
    <message>
      <source>there is an agent {0} already</source>
      <translation>einen Agenten {0} gibt es schon</translation>
    </message>
    <message>
      <source>there is no field '{0}'; make it first, or name another one</source>
      <translation>ein Feld „{0}“ gibt es nicht; legen Sie es erst an, oder nennen Sie ein anderes</translation>
    </message>
    <message>
      <source>there is no index yet</source>
      <translation>es gibt noch keinen Index</translation>
    </message>
    <message>
      <source>there is no language {0}; give one of {1}</source>
      <translation>eine Sprache {0} gibt es nicht; geben Sie eine von {1}</translation>
    </message>
    <message>
      <source>there is no macro '{0}'</source>
      <translation>einen Textbaustein „{0}“ gibt es nicht</translation>
    </message>
    <message>
      <source>there is no reading '{0}'; there are {1}</source>
      <translation>eine Einordnung „{0}“ gibt es nicht; es gibt {1}</translation>
    </message>
    <message>
      <source>there is no such file</source>
      <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
      <source>there is no such folder</source>
      <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
      <source>there is no whole-day event in it; save the holidays as an .ics file</source>
      <translation>kein ganztägiger Termin ist darin; speichern Sie die Feiertage als .ics-Datei</translation>
    </message>
    <message>
      <source>there is nothing with this name: check the path</source>
      <translation>unter diesem Namen gibt es nichts: Prüfen Sie den Pfad</translation>
    </message>
    <message>
      <source>there is one of that name; choose another name, or change that one</source>
      <translation>dieser Name ist vergeben; wählen Sie einen anderen, oder ändern Sie den vorhandenen Eintrag</translation>
    </message>
    <message>
      <source>there is something in that place already; name a new folder</source>
      <translation>an diesem Ort liegt schon etwas; nennen Sie einen neuen Ordner</translation>
    </message>
    <message>
      <source>there may be at most {0} patterns</source>
      <translation>höchstens {0} Muster sind möglich</translation>
    </message>
    <message>
      <source>there was no child</source>
      <translation>es gab keinen Unterprozess</translation>
    </message>
    <message>
      <source>this draft was quoted from the knowledge base: no model was told anything</source>
      <translation>dieser Entwurf zitiert die Wissensbasis: Kein Modell war daran beteiligt</translation>
    </message>
    <message>
      <source>this is not a mail: it has no From, Subject or Date line</source>
      <translation>das ist keine Mail: Es fehlt jede Zeile From, Subject oder Date</translation>
    </message>
    <message>
      <source>this row has no answer beside the question and no ticket it belongs to: name a column {0} or {1}</source>
      <translation>diese Zeile hat keine Antwort neben der Frage und kein Ticket, zu dem sie gehört: Nennen Sie eine Spalte {0} oder {1}</translation>
    </message>
    <message>
      <source>this workspace was copied: the one it was made from may answer the same customers</source>
      <translation>dieser Arbeitsbereich wurde kopiert: Der, aus dem er gemacht wurde, antwortet vielleicht denselben Kunden</translation>
    </message>
    <message>
      <source>ticket</source>
      <translation>Ticket</translation>
    </message>
    <message>
      <source>ticket {0} cannot be linked with itself</source>
      <translation>Ticket {0} kann nicht mit sich selbst verknüpft werden</translation>
    </message>
    <message>
      <source>ticket {number}.pdf</source>
      <translation>ticket {number}.pdf</translation>
    </message>
    <message>
      <source>tickets</source>
      <translation>Tickets</translation>
    </message>
    <message>
      <source>tickets that came in</source>
      <translation>Tickets, die hereinkamen</translation>
    </message>
    <message>
      <source>tickets that wait longer than was promised</source>
      <translation>Tickets, die länger warten als zugesagt</translation>
    </message>
    <message>
      <source>time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>timing</source>
      <translation>Zeitmessung</translation>
    </message>
    <message>
      <source>title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>to {name}</source>
      <translation>an {name}</translation>
    </message>
    <message>
      <source>today {clock}</source>
      <translation>heute {clock}</translation>
    </message>
    <message>
      <source>tokenizer.json cannot be loaded</source>
      <translation>tokenizer.json lässt sich nicht laden</translation>
    </message>
    <message>
      <source>tokens read</source>
      <translation>gelesene Token</translation>
    </message>
    <message>
      <source>tokens read a second</source>
      <translation>gelesene Token je Sekunde</translation>
    </message>
    <message>
      <source>tokens written</source>
      <translation>geschriebene Token</translation>
    </message>
    <message>
      <source>tokens written a second</source>
      <translation>geschriebene Token je Sekunde</translation>
    </message>
    <message>
      <source>tomorrow {clock}</source>
      <translation>morgen {clock}</translation>
    </message>
    <message>
      <source>too long</source>
      <translation>zu lang</translation>
    </message>
    <message>
      <source>too many aliases</source>
      <translation>zu viele Verweise (aliases)</translation>
    </message>
    <message>
      <source>too modest</source>
      <translation>zu bescheiden</translation>
    </message>
    <message>
      <source>too sure</source>
      <translation>zu sicher</translation>
    </message>
    <message>
      <source>took longer than {0} seconds to read: split it</source>
      <translation>brauchte länger als {0} Sekunden zum Lesen: Teilen Sie die Datei</translation>
    </message>
    <message>
      <source>topic</source>
      <translation>Thema</translation>
    </message>
    <message>
      <source>trial</source>
      <translation>Probelauf</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true oder false</translation>
    </message>
    <message>
      <source>trying the rule</source>
      <translation>die Regel wird probiert</translation>
    </message>
    <message>
      <source>unassigned</source>
      <translation>nicht zugewiesen</translation>
    </message>
    <message>
      <source>undoable elsewhere</source>
      <translation>anderswo rückgängig zu machen</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>zurückgenommen</translation>
    </message>
    <message>
      <source>unexpected {0}</source>
      <translation>unerwartet: {0}</translation>
    </message>
    <message>
      <source>unknown setting {0}</source>
      <translation>unbekannte Einstellung {0}</translation>
    </message>
    <message>
      <source>unpacks to more than {0} times its packed size</source>
      <translation>entpackt sich auf mehr als das {0}-Fache der gepackten Größe</translation>
    </message>
    <message>
      <source>unsolved</source>
      <translation>ungelöst</translation>
    </message>
    <message>
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <source>urgent important</source>
      <translation>dringend wichtig</translation>
    </message>
    <message>
      <source>verifying sha256 digest</source>
      <translation>Prüfsumme wird geprüft</translation>
    </message>
    <message>
      <source>version</source>
      <translation>Fassung</translation>
    </message>
    <message>
      <source>vetoes</source>
      <translation>Einwände</translation>
    </message>
    <message>
      <source>view</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>view {0}</source>
      <translation>Ansicht {0}</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>wartend</translation>
    </message>
    <message>
      <source>wants an input called {0}</source>
      <translation>verlangt eine Eingabe namens {0}</translation>
    </message>
    <message>
      <source>was changed again after this run: restore the revision you want from its history</source>
      <translation>wurde nach diesem Lauf noch einmal geändert: Stellen Sie die gewünschte Version aus der Geschichte wieder her</translation>
    </message>
    <message>
      <source>was erased since: nothing of it is left to bring back</source>
      <translation>wurde seither gelöscht: Nichts davon ist übrig</translation>
    </message>
    <message>
      <source>was filled from several places: import each of them again</source>
      <translation>wurde von mehreren Orten gefüllt: Importieren Sie jeden davon noch einmal</translation>
    </message>
    <message>
      <source>was not read, the reader does not stay up ({0}): try again</source>
      <translation>wurde nicht gelesen, der Leser bleibt nicht am Leben ({0}): Versuchen Sie es noch einmal</translation>
    </message>
    <message>
      <source>was {path_before}</source>
      <translation>war {path_before}</translation>
    </message>
    <message>
      <source>we have been waiting for the customer</source>
      <translation>wir warten auf den Kunden</translation>
    </message>
    <message>
      <source>what answers does not speak like a model hub</source>
      <translation>was dort antwortet, spricht nicht wie ein Modellverzeichnis</translation>
    </message>
    <message>
      <source>what is hidden as personal data changed: your own patterns, or the countries of your customers</source>
      <translation>was als persönlich verborgen wird, hat sich geändert: die eigenen Muster oder die Länder der Kundschaft</translation>
    </message>
    <message>
      <source>what it is about</source>
      <translation>worum es geht</translation>
    </message>
    <message>
      <source>what it learned cannot be used: {0}</source>
      <translation>das Gelernte ist nicht zu benutzen: {0}</translation>
    </message>
    <message>
      <source>what it says of {0} makes no sense</source>
      <translation>was über {0} gesagt wird, ergibt keinen Sinn</translation>
    </message>
    <message>
      <source>what the embedder had learned is not there any more</source>
      <translation>was der Einbetter gelernt hatte, ist nicht mehr da</translation>
    </message>
    <message>
      <source>what was checked since proves it for fewer answers</source>
      <translation>was seitdem geprüft wurde, weist es für weniger Antworten nach</translation>
    </message>
    <message>
      <source>what was checked since proves it no more</source>
      <translation>was seitdem geprüft wurde, weist es nicht mehr nach</translation>
    </message>
    <message>
      <source>what was found</source>
      <translation>was gefunden wurde</translation>
    </message>
    <message>
      <source>what was signed is not proven any more</source>
      <translation>was unterschrieben wurde, ist nicht mehr nachgewiesen</translation>
    </message>
    <message>
      <source>with {names}</source>
      <translation>mit {names}</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>zurückgezogen</translation>
    </message>
    <message>
      <source>without a certificate</source>
      <translation>ohne Zertifikat</translation>
    </message>
    <message>
      <source>without changes</source>
      <translation>ohne Änderungen</translation>
    </message>
    <message>
      <source>without tag {tag}</source>
      <translation>ohne Schlagwort {tag}</translation>
    </message>
    <message>
      <source>without: {removed}</source>
      <translation>ohne: {removed}</translation>
    </message>
    <message>
      <source>words</source>
      <translation>Wörter</translation>
    </message>
    <message>
      <source>words alone</source>
      <translation>Wörtern allein</translation>
    </message>
    <message>
      <source>words are gone</source>
      <translation>Worte sind fort</translation>
    </message>
    <message>
      <source>words of it are in no source</source>
      <translation>Worte daraus stehen in keiner Quelle</translation>
    </message>
    <message>
      <source>would unpack to {0}, more than {1}: split it</source>
      <translation>würde sich auf {0} entpacken, mehr als {1}: Teilen Sie es</translation>
    </message>
    <message>
      <source>write NAME = pattern, like CUSTOMER = NL-[0-9]{{6}}</source>
      <translation>schreiben Sie NAME = Muster, etwa CUSTOMER = NL-[0-9]{{6}}</translation>
    </message>
    <message>
      <source>write a field as key=value</source>
      <translation>schreiben Sie ein Feld als Schlüssel=Wert</translation>
    </message>
    <message>
      <source>write a text of at most {0} characters; this one has {1}</source>
      <translation>schreiben Sie einen Text von höchstens {0} Zeichen; dieser hat {1}</translation>
    </message>
    <message>
      <source>write what is to be done</source>
      <translation>schreiben Sie, was zu tun ist</translation>
    </message>
    <message>
      <source>writer</source>
      <translation>Verfasser</translation>
    </message>
    <message>
      <source>writes {tokens_per_second} tokens a second</source>
      <translation>schreibt {tokens_per_second} Token je Sekunde</translation>
    </message>
    <message>
      <source>writing manifest</source>
      <translation>Verzeichnis wird geschrieben</translation>
    </message>
    <message>
      <source>written by a machine</source>
      <translation>von einer Maschine geschrieben</translation>
    </message>
    <message>
      <source>written by a person</source>
      <translation>von einem Menschen geschrieben</translation>
    </message>
    <message>
      <source>written by {model}</source>
      <translation>geschrieben von {model}</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>falsch</translation>
    </message>
    <message>
      <source>wrong, with</source>
      <translation>falsch, mit</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>yes or no</source>
      <translation>yes (ja) oder no (nein)</translation>
    </message>
    <message>
      <source>your reply address (Preferences, You)</source>
      <translation>Ihre Antwortadresse (Einstellungen, Sie)</translation>
    </message>
    <message>
      <source>{0} '{1}' is not a mail address</source>
      <translation>{0} „{1}“ ist keine Mailadresse</translation>
    </message>
    <message>
      <source>{0} '{1}' is not a mail address ({2})</source>
      <translation>{0} „{1}“ ist keine Mailadresse ({2})</translation>
    </message>
    <message>
      <source>{0} (internal, not for customers)</source>
      <translation>{0} (intern, nicht für Kunden)</translation>
    </message>
    <message>
      <source>{0} and {1}</source>
      <translation>{0} und {1}</translation>
    </message>
    <message>
      <source>{0} and {1} say the opposite</source>
      <translation>{0} und {1} sagen das Gegenteil</translation>
    </message>
    <message>
      <source>{0} are too many at once: choose at most {1}</source>
      <translation>{0} sind zu viele auf einmal: Wählen Sie höchstens {1}</translation>
    </message>
    <message>
      <source>{0} arrived damaged and was thrown away; try again</source>
      <translation>{0} kam beschädigt an und wurde weggeworfen; versuchen Sie es noch einmal</translation>
    </message>
    <message>
      <source>{0} begins before the hours in front of it are over</source>
      <translation>{0} beginnt, bevor die Stunden davor vorbei sind</translation>
    </message>
    <message>
      <source>{0} cannot be loaded</source>
      <translation>{0} lässt sich nicht laden</translation>
    </message>
    <message>
      <source>{0} cannot be read: {1}</source>
      <translation>{0} lässt sich nicht lesen: {1}</translation>
    </message>
    <message>
      <source>{0} cannot write text</source>
      <translation>{0} kann keinen Text schreiben</translation>
    </message>
    <message>
      <source>{0} cells in a table of {1} columns: put quotes around text that contains the separator</source>
      <translation>{0} Zellen in einer Tabelle mit {1} Spalten: Setzen Sie Text, der das Trennzeichen enthält, in Anführungszeichen</translation>
    </message>
    <message>
      <source>{0} changed after this was written and no longer says “{1}”</source>
      <translation>{0} wurde danach geändert und sagt nicht mehr „{1}“</translation>
    </message>
    <message>
      <source>{0} changed since this folder was adopted; check it and use it anew if that was meant</source>
      <translation>{0} hat sich geändert, seit dieser Ordner übernommen wurde; prüfen Sie es, und nehmen Sie ihn neu, wenn das gewollt war</translation>
    </message>
    <message>
      <source>{0} changed: {1} → {2}</source>
      <translation>{0} geändert: {1} → {2}</translation>
    </message>
    <message>
      <source>{0} confidence is no goal: choose from {1} to {2}</source>
      <translation>{0} Sicherheit ist kein Ziel: Wählen Sie von {1} bis {2}</translation>
    </message>
    <message>
      <source>{0} does not give it away without an account (HTTP {1})</source>
      <translation>{0} gibt es nicht ohne Konto heraus (HTTP {1})</translation>
    </message>
    <message>
      <source>{0} does not lie in the drop folder</source>
      <translation>{0} liegt nicht im Eingangsordner</translation>
    </message>
    <message>
      <source>{0} files are attached already</source>
      <translation>{0} Dateien sind schon angehängt</translation>
    </message>
    <message>
      <source>{0} has more than {1} characters</source>
      <translation>{0} hat mehr als {1} Zeichen</translation>
    </message>
    <message>
      <source>{0} has {1} MB; at most {2} MB are read</source>
      <translation>{0} hat {1} MB; gelesen werden höchstens {2} MB</translation>
    </message>
    <message>
      <source>{0} holds {1} bytes instead of {2}</source>
      <translation>{0} enthält {1} Bytes statt {2}</translation>
    </message>
    <message>
      <source>{0} holds {1} passages instead of {2}</source>
      <translation>{0} enthält {1} Textstellen statt {2}</translation>
    </message>
    <message>
      <source>{0} inside it was changed or damaged</source>
      <translation>{0} darin wurde geändert oder beschädigt</translation>
    </message>
    <message>
      <source>{0} is a built-in kind; choose another name</source>
      <translation>{0} ist eine eingebaute Art; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
      <source>{0} is a link that leads out of the folder; copy the file itself there</source>
      <translation>{0} ist eine Verknüpfung, die aus dem Ordner hinausführt; kopieren Sie die Datei selbst hinein</translation>
    </message>
    <message>
      <source>{0} is due for a review: check that it still holds</source>
      <translation>{0} ist zu prüfen: Sehen Sie nach, ob er noch gilt</translation>
    </message>
    <message>
      <source>{0} is internal: its words are not for customers</source>
      <translation>{0} ist intern: Seine Worte sind nicht für Kunden</translation>
    </message>
    <message>
      <source>{0} is longer than the {1} bytes it was said to have</source>
      <translation>{0} ist länger als die {1} Bytes, die angekündigt waren</translation>
    </message>
    <message>
      <source>{0} is missing</source>
      <translation>{0} fehlt</translation>
    </message>
    <message>
      <source>{0} is no address of a server; write it like http://127.0.0.1:11434</source>
      <translation>{0} ist keine Adresse eines Servers; schreiben Sie sie wie http://127.0.0.1:11434</translation>
    </message>
    <message>
      <source>{0} is no country code; write two letters, like US or DE</source>
      <translation>{0} ist kein Ländercode; schreiben Sie zwei Buchstaben, etwa US oder DE</translation>
    </message>
    <message>
      <source>{0} is no field of a ticket</source>
      <translation>{0} ist kein Feld eines Tickets</translation>
    </message>
    <message>
      <source>{0} is no host name; write it like help.example.com, without https:// and without a path</source>
      <translation>{0} ist kein Rechnername; schreiben Sie ihn wie help.example.com, ohne https:// und ohne Pfad</translation>
    </message>
    <message>
      <source>{0} is no mail address; write it like support@example.com</source>
      <translation>{0} ist keine Mailadresse; schreiben Sie sie wie support@example.com</translation>
    </message>
    <message>
      <source>{0} is no name: use 2 to 24 capital letters, like CUSTOMER_NO</source>
      <translation>{0} ist kein Name: Nehmen Sie 2 bis 24 Großbuchstaben, etwa CUSTOMER_NO</translation>
    </message>
    <message>
      <source>{0} is no port; use one from 1 to {1}</source>
      <translation>{0} ist kein Port; nehmen Sie einen von 1 bis {1}</translation>
    </message>
    <message>
      <source>{0} is no rating: give 1 (worst) to {1} (best)</source>
      <translation>{0} ist keine Bewertung: Geben Sie 1 (am schlechtesten) bis {1} (am besten)</translation>
    </message>
    <message>
      <source>{0} is no span of a day; write one like 09:00-17:00</source>
      <translation>{0} ist keine Spanne eines Tages; schreiben Sie etwa 09:00-17:00</translation>
    </message>
    <message>
      <source>{0} is none of {1}</source>
      <translation>{0} gehört nicht zu {1}</translation>
    </message>
    <message>
      <source>{0} is not a JSON object</source>
      <translation>{0} ist kein JSON-Objekt</translation>
    </message>
    <message>
      <source>{0} is not a file</source>
      <translation>{0} ist keine Datei</translation>
    </message>
    <message>
      <source>{0} is not a whole ONNX file</source>
      <translation>{0} ist keine vollständige ONNX-Datei</translation>
    </message>
    <message>
      <source>{0} is not there any more</source>
      <translation>{0} ist nicht mehr da</translation>
    </message>
    <message>
      <source>{0} is not {1}</source>
      <translation>{0} passt nicht, erwartet wird {1}</translation>
    </message>
    <message>
      <source>{0} is the customer's own address: write a reply instead</source>
      <translation>{0} ist die Adresse des Kunden selbst: Schreiben Sie ihm eine Antwort</translation>
    </message>
    <message>
      <source>{0} messages were received; these were not:</source>
      <translation>{0} Nachrichten wurden angenommen; diese nicht:</translation>
    </message>
    <message>
      <source>{0} must be between {1} and {2}, not {3}</source>
      <translation>{0} muss zwischen {1} und {2} liegen, nicht {3}</translation>
    </message>
    <message>
      <source>{0} must be one of {1}, not {2}</source>
      <translation>{0} muss eines von {1} sein, nicht {2}</translation>
    </message>
    <message>
      <source>{0} must be {1}, not {2}</source>
      <translation>{0} muss {1} sein, nicht {2}</translation>
    </message>
    <message>
      <source>{0} of those drafts, as people check the others by lot, times {1} minutes ({2})</source>
      <translation>{0} dieser Entwürfe, da Menschen die übrigen per Los prüfen, mal {1} Minuten ({2})</translation>
    </message>
    <message>
      <source>{0} of tickets qualified</source>
      <translation>{0} der Tickets kamen infrage</translation>
    </message>
    <message>
      <source>{0} of {1} known passages are not found any more</source>
      <translation>{0} von {1} bekannten Textstellen werden nicht mehr gefunden</translation>
    </message>
    <message>
      <source>{0} passages</source>
      <translation>{0} Textstellen</translation>
    </message>
    <message>
      <source>{0} says {1}, but {2} says {3}</source>
      <translation>{0} sagt {1}, {2} aber {3}</translation>
    </message>
    <message>
      <source>{0} seconds is not the time of one reply</source>
      <translation>{0} Sekunden sind nicht die Zeit für eine Antwort</translation>
    </message>
    <message>
      <source>{0} stands for nothing known on this ticket.</source>
      <translation>{0} steht für nichts, was an diesem Ticket bekannt ist.</translation>
    </message>
    <message>
      <source>{0} takes any of {1}, not {2}</source>
      <translation>{0} nimmt jedes von {1}, nicht {2}</translation>
    </message>
    <message>
      <source>{0} takes no value</source>
      <translation>{0} nimmt keinen Wert</translation>
    </message>
    <message>
      <source>{0} takes {1}, not {2}</source>
      <translation>{0} nimmt {1}, nicht {2}</translation>
    </message>
    <message>
      <source>{0} wants to read {1}, outside of its folder</source>
      <translation>{0} will {1} lesen, außerhalb des eigenen Ordners</translation>
    </message>
    <message>
      <source>{0} was changed behind the desk's back</source>
      <translation>{0} wurde hinter dem Rücken des Helpdesks geändert</translation>
    </message>
    <message>
      <source>{0} was taken out of use after this was written</source>
      <translation>{0} wurde danach aus dem Gebrauch genommen</translation>
    </message>
    <message>
      <source>{0} was {1} then and is {2} now</source>
      <translation>{0} war damals {1} und ist jetzt {2}</translation>
    </message>
    <message>
      <source>{0} would run on somebody else's computer</source>
      <translation>{0} liefe auf einem fremden Rechner</translation>
    </message>
    <message>
      <source>{0} wrong answers is no goal: choose from {1} to {2}</source>
      <translation>{0} falsche Antworten sind kein Ziel: Wählen Sie von {1} bis {2}</translation>
    </message>
    <message>
      <source>{0} {1}; it is not a text model this program can run</source>
      <translation>{0} {1}; es ist kein Textmodell, das dieses Programm betreiben kann</translation>
    </message>
    <message>
      <source>{0}, right {1} of {2} times</source>
      <translation>{0}, {1} von {2} Mal richtig</translation>
    </message>
    <message>
      <source>{0}, where {1} keeps its weights, is missing</source>
      <translation>{0}, wo {1} seine Gewichte hat, fehlt</translation>
    </message>
    <message>
      <source>{0}: a list of keys is wanted</source>
      <translation>{0}: Erwartet wird eine Liste von Tasten</translation>
    </message>
    <message>
      <source>{0}: asking</source>
      <translation>{0}: Fragen werden gestellt</translation>
    </message>
    <message>
      <source>{0}: pack it again without compression</source>
      <translation>{0}: Packen Sie es ohne Kompression neu</translation>
    </message>
    <message>
      <source>{0}: {1} messages</source>
      <translation>{0}: {1} Nachrichten</translation>
    </message>
    <message>
      <source>{0}: {1} received</source>
      <translation>{0}: {1} angenommen</translation>
    </message>
    <message>
      <source>{0}; it is left alone and tried again in {1} seconds</source>
      <translation>{0}; er wird in Ruhe gelassen und in {1} Sekunden wieder versucht</translation>
    </message>
    <message>
      <source>{0}; its text is in the history now, so that yours may take its place</source>
      <translation>{0}; der Text ist jetzt in der Geschichte, damit Ihrer an seine Stelle treten kann</translation>
    </message>
    <message>
      <source>{0}; on this desk, against expectation, that went with right answers</source>
      <translation>{0}; in diesem Helpdesk ging das, anders als erwartet, mit richtigen Antworten einher</translation>
    </message>
    <message>
      <source>{0}; on this desk, against expectation, that went with wrong answers</source>
      <translation>{0}; in diesem Helpdesk ging das, anders als erwartet, mit falschen Antworten einher</translation>
    </message>
    <message>
      <source>{0}; that speaks against having no answer</source>
      <translation>{0}; das spricht dagegen, dass es keine Antwort gibt</translation>
    </message>
    <message>
      <source>{0}; that speaks for having no answer</source>
      <translation>{0}; das spricht dafür, dass es keine Antwort gibt</translation>
    </message>
    <message>
      <source>{0}; what came is kept, and trying again goes on from there</source>
      <translation>{0}; was kam, ist aufbewahrt, und ein neuer Versuch geht dort weiter</translation>
    </message>
    <message>
      <source>{abstained} found nothing to stand on</source>
      <translation>{abstained} fanden nichts, worauf sie sich stützen</translation>
    </message>
    <message>
      <source>{abstained} without an answer</source>
      <translation>{abstained} ohne Antwort</translation>
    </message>
    <message>
      <source>{agent} has changed it since</source>
      <translation>{agent} hat es seither geändert</translation>
    </message>
    <message>
      <source>{agent} sent</source>
      <translation>{agent} sendete</translation>
    </message>
    <message>
      <source>{agent} stopped all sending</source>
      <translation>{agent} hat alles Senden gestoppt</translation>
    </message>
    <message>
      <source>{agent}, {when}</source>
      <translation>{agent}, {when}</translation>
    </message>
    <message>
      <source>{answered} of {asked} asked in 30 days</source>
      <translation>{answered} von {asked} in 30 Tagen Gefragten</translation>
    </message>
    <message>
      <source>{article_statuses}: its whole base is for agents only</source>
      <translation>{article_statuses}: die ganze Wissensbasis ist nur für Agenten</translation>
    </message>
    <message>
      <source>{articles} of this kind</source>
      <translation>{articles} dieser Art</translation>
    </message>
    <message>
      <source>{articles} with every version, their passages and vectors, and the record of its import runs go for good. Drafts and answers keep the words they quote. The folder stays as it is. This cannot be undone.</source>
      <translation>{articles} mit allen Fassungen, ihre Textstellen und Vektoren und das Verzeichnis der Importläufe verschwinden endgültig. Entwürfe und Antworten behalten die Worte, die sie zitieren. Der Ordner bleibt, wie er ist. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <source>{asked_by} passes the files on to {host}, which nobody allowed yet. Nothing was asked of it.</source>
      <translation>{asked_by} gibt die Dateien an {host} weiter, das noch niemand erlaubt hat. Dort wurde nichts angefragt.</translation>
    </message>
    <message>
      <source>{asleep} The customer only said thanks, so it sleeps on.</source>
      <translation>{asleep} Der Kunde hat sich nur bedankt, deshalb bleibt es zurückgestellt.</translation>
    </message>
    <message>
      <source>{at_least} more checked answers if none of them is wrong</source>
      <translation>{at_least} weitere geprüfte Antworten, wenn keine davon falsch ist</translation>
    </message>
    <message>
      <source>{at} · ticket {ticket_id} · {mark_of} · {answer}</source>
      <translation>{at} · Ticket {ticket_id} · {mark_of} · {answer}</translation>
    </message>
    <message>
      <source>{at}, by {by} ({state})</source>
      <translation>{at}, von {by} ({state})</translation>
    </message>
    <message>
      <source>{audit_share} of drafts are drawn by lot and always checked by a person.</source>
      <translation>{audit_share} der Entwürfe werden ausgelost und immer von einem Menschen geprüft.</translation>
    </message>
    <message>
      <source>{author}, a third person, {at}</source>
      <translation>{author}, eine dritte Person, {at}</translation>
    </message>
    <message>
      <source>{author}, {at}</source>
      <translation>{author}, {at}</translation>
    </message>
    <message>
      <source>{author}, {at}: {words}</source>
      <translation>{author}, {at}: {words}</translation>
    </message>
    <message>
      <source>{average} of {best}</source>
      <translation>{average} von {best}</translation>
    </message>
    <message>
      <source>{average} of {best} on average; {answered} of {asked} asked have answered.</source>
      <translation>Im Mittel {average} von {best}; {answered} von {asked} Gefragten haben geantwortet.</translation>
    </message>
    <message numerus="yes">
      <source>{backed} of {n} sentences supported</source>
      <translation>
        <numerusform>{backed} von {n} Satz belegt</numerusform>
        <numerusform>{backed} von {n} Sätzen belegt</numerusform>
      </translation>
    </message>
    <message>
      <source>{before}{name} is not used: {failure}.</source>
      <translation>{before}{name} wird nicht verwendet: {failure}.</translation>
    </message>
    <message numerus="yes">
      <source>{both} stand on it</source>
      <translation>
        <numerusform>{both} stützt sich darauf</numerusform>
        <numerusform>{both} stützen sich darauf</numerusform>
      </translation>
    </message>
    <message>
      <source>{by} forwarded a message: “{words}”</source>
      <translation>{by} hat eine Nachricht weitergeleitet: „{words}“</translation>
    </message>
    <message>
      <source>{by} has draft {draft_id} open; you can read it, and it frees itself when they leave it.</source>
      <translation>{by} hat Entwurf {draft_id} offen; Sie können ihn lesen, und er wird frei, sobald er verlassen wird.</translation>
    </message>
    <message>
      <source>{by} has it</source>
      <translation>{by} ist daran</translation>
    </message>
    <message>
      <source>{by} left a note: “{words}”</source>
      <translation>{by} hinterließ eine Notiz: „{words}“</translation>
    </message>
    <message>
      <source>{by} replied: “{words}”</source>
      <translation>{by} antwortete: „{words}“</translation>
    </message>
    <message>
      <source>{by} wrote again: “{words}”</source>
      <translation>{by} schrieb wieder: „{words}“</translation>
    </message>
    <message>
      <source>{by}, a third person, answered: “{words}”</source>
      <translation>{by}, eine dritte Person, hat geantwortet: „{words}“</translation>
    </message>
    <message>
      <source>{came} came in, {left} left</source>
      <translation>{came} eingegangen, {left} hinausgegangen</translation>
    </message>
    <message>
      <source>{came} came in, {left} left.</source>
      <translation>{came} eingegangen, {left} hinausgegangen.</translation>
    </message>
    <message>
      <source>{capital}. The former value stays in force.</source>
      <translation>{capital}. Der bisherige Wert bleibt in Kraft.</translation>
    </message>
    <message>
      <source>{caught} of {decided}</source>
      <translation>{caught} von {decided}</translation>
    </message>
    <message>
      <source>{caught} of {decided} test drafts caught</source>
      <translation>{caught} von {decided} Testentwürfen bemerkt</translation>
    </message>
    <message>
      <source>{choice} days</source>
      <translation>{choice} Tage</translation>
    </message>
    <message>
      <source>{cite} this article{lost}.</source>
      <translation>{cite} diesen Artikel{lost}.</translation>
    </message>
    <message>
      <source>{claimed_by} has it</source>
      <translation>{claimed_by} ist daran</translation>
    </message>
    <message>
      <source>{claimed_by} has it until {time}</source>
      <translation>{claimed_by} ist bis {time} daran</translation>
    </message>
    <message>
      <source>{consents} by {agent}, {when}{words}</source>
      <translation>{consents}: {agent}, {when}{words}</translation>
    </message>
    <message>
      <source>{counted} embedded</source>
      <translation>{counted} eingebettet</translation>
    </message>
    <message>
      <source>{counted} to embed, {duration} on this machine.</source>
      <translation>{counted} einzubetten, {duration} auf diesem Rechner.</translation>
    </message>
    <message>
      <source>{counted}; most likely {low} to {high}</source>
      <translation>{counted}; am ehesten {low} bis {high}</translation>
    </message>
    <message>
      <source>{count} added</source>
      <translation>{count} hinzugefügt</translation>
    </message>
    <message>
      <source>{count} cannot be read ({named})</source>
      <translation>{count} nicht lesbar ({named})</translation>
    </message>
    <message>
      <source>{count} changed</source>
      <translation>{count} geändert</translation>
    </message>
    <message>
      <source>{count} failed</source>
      <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
      <source>{count} held back</source>
      <translation>{count} zurückgehalten</translation>
    </message>
    <message>
      <source>{count} newest tickets</source>
      <translation>{count} neueste Tickets</translation>
    </message>
    <message>
      <source>{count} of {decided}</source>
      <translation>{count} von {decided}</translation>
    </message>
    <message>
      <source>{count} remembered.</source>
      <translation>{count} gemerkt.</translation>
    </message>
    <message>
      <source>{count} removed</source>
      <translation>{count} entfernt</translation>
    </message>
    <message>
      <source>{count} renamed</source>
      <translation>{count} umbenannt</translation>
    </message>
    <message>
      <source>{count} unchanged</source>
      <translation>{count} unverändert</translation>
    </message>
    <message>
      <source>{count}, the last on {day}</source>
      <translation>{count}, die letzte am {day}</translation>
    </message>
    <message>
      <source>{days} days</source>
      <translation>{days} Tage</translation>
    </message>
    <message>
      <source>{day} {clock}</source>
      <translation>{day} {clock}</translation>
    </message>
    <message>
      <source>{decided} drafts were decided on: too few to speak of shares.</source>
      <translation>Über {decided} Entwürfe wurde entschieden: zu wenige, um von Anteilen zu sprechen.</translation>
    </message>
    <message>
      <source>{detail}. Start Ollama, then look again.</source>
      <translation>{detail}. Starten Sie Ollama, und sehen Sie dann neu nach.</translation>
    </message>
    <message>
      <source>{detail}; replies are drafted by quoting the knowledge base until it does. Start the server or change its address.</source>
      <translation>{detail}; bis dahin werden Antworten aus der Wissensbasis zitiert. Starten Sie den Server, oder ändern Sie seine Adresse.</translation>
    </message>
    <message>
      <source>{dimension} numbers a vector</source>
      <translation>{dimension} Zahlen je Vektor</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <source>{drafted} of {tried} got a draft.</source>
      <translation>{drafted} von {tried} bekamen einen Entwurf.</translation>
    </message>
    <message>
      <source>{drafted} with a draft</source>
      <translation>{drafted} mit Entwurf</translation>
    </message>
    <message>
      <source>{example}: {words}</source>
      <translation>{example}: {words}</translation>
    </message>
    <message>
      <source>{failed} failed</source>
      <translation>{failed} fehlgeschlagen</translation>
    </message>
    <message>
      <source>{failed}, so drafts quote the knowledge base; it is tried again in {seconds} seconds.</source>
      <translation>{failed}, darum zitieren Entwürfe die Wissensbasis; in {seconds} Sekunden wird es wieder versucht.</translation>
    </message>
    <message>
      <source>{failed}; the next draft tries it again.</source>
      <translation>{failed}; der nächste Entwurf versucht es wieder.</translation>
    </message>
    <message>
      <source>{field}: cannot be turned round with a minus; use &lt; or &gt;.</source>
      <translation>{field}: lässt sich mit einem Minus nicht umkehren; nehmen Sie &lt; oder &gt;.</translation>
    </message>
    <message>
      <source>{field}: cannot be “{word}”. It can be {names}.</source>
      <translation>{field}: kann nicht „{word}“ sein. Es kann {names} sein.</translation>
    </message>
    <message>
      <source>{field}: needs a value, without a blank after the colon.</source>
      <translation>{field}: braucht einen Wert, ohne Leerzeichen nach dem Doppelpunkt.</translation>
    </message>
    <message>
      <source>{field}: needs a value: {names}.</source>
      <translation>{field}: braucht einen Wert: {names}.</translation>
    </message>
    <message>
      <source>{figures}: {then} then, {now} now</source>
      <translation>{figures}: damals {then}, jetzt {now}</translation>
    </message>
    <message>
      <source>{file} cannot be read; the keys are as they came.</source>
      <translation>{file} ist nicht lesbar; die Tasten sind, wie sie waren.</translation>
    </message>
    <message>
      <source>{folder} is no folder on this computer now</source>
      <translation>{folder} ist jetzt kein Ordner auf diesem Rechner</translation>
    </message>
    <message>
      <source>{folder} is not there now, so no file can be written. Kept in the desk only, the text serves as it is, and importing the unchanged file again does not undo it.</source>
      <translation>{folder} ist gerade nicht da, deshalb kann keine Datei geschrieben werden. Behalten Sie den Text nur im Helpdesk, so gilt er, wie er ist, und ein Import der unveränderten Datei nimmt ihn nicht zurück.</translation>
    </message>
    <message>
      <source>{folder}; bring it back, or keep the change in the desk only.</source>
      <translation>{folder}; bringen Sie ihn zurück, oder behalten Sie die Änderung nur im Helpdesk.</translation>
    </message>
    <message>
      <source>{half}; nine of ten under {duration}</source>
      <translation>{half}; neun von zehn unter {duration}</translation>
    </message>
    <message>
      <source>{held_by} has this draft open; you can read it.</source>
      <translation>{held_by} hat diesen Entwurf offen; Sie können ihn lesen.</translation>
    </message>
    <message>
      <source>{host} cannot be used: {detail}</source>
      <translation>{host} ist nicht zu gebrauchen: {detail}</translation>
    </message>
    <message>
      <source>{host} is another computer, and customers' texts would go there; nothing was sent. Confirm it first, or name a server on this computer.</source>
      <translation>{host} ist ein anderer Rechner, und Kundentexte würden dorthin gehen; nichts wurde gesendet. Bestätigen Sie ihn zuerst, oder nennen Sie einen Server auf diesem Rechner.</translation>
    </message>
    <message>
      <source>{host} is not this computer. Customers' texts would go there, so it is asked nothing until you confirm it.</source>
      <translation>{host} ist nicht dieser Rechner. Kundentexte gingen dorthin, darum wird er nichts gefragt, bis Sie ihn bestätigen.</translation>
    </message>
    <message>
      <source>{hours} h</source>
      <translation>{hours} Std.</translation>
    </message>
    <message>
      <source>{hours} h {rest} min</source>
      <translation>{hours} Std. {rest} Min.</translation>
    </message>
    <message>
      <source>{hours} hours</source>
      <translation>{hours} Stunden</translation>
    </message>
    <message>
      <source>{id}  {writer}, score {scorer} from {cut}, {granted_at}{until}</source>
      <translation>{id}  {writer}, Wert {scorer} ab {cut}, {granted_at}{until}</translation>
    </message>
    <message>
      <source>{intent}, {group}: {keys}</source>
      <translation>{intent}, {group}: {keys}</translation>
    </message>
    <message>
      <source>{intent}: {keys}</source>
      <translation>{intent}: {keys}</translation>
    </message>
    <message>
      <source>{judged} of {sampled} judged</source>
      <translation>{judged} von {sampled} beurteilt</translation>
    </message>
    <message>
      <source>{kb} / {path} · read {updated_at}{marked}</source>
      <translation>{kb} / {path} · gelesen {updated_at}{marked}</translation>
    </message>
    <message>
      <source>{kb}, rolled back</source>
      <translation>{kb}, zurückgerollt</translation>
    </message>
    <message>
      <source>{kb}/{path}, lines {first}–{last}{audience}{words}</source>
      <translation>{kb}/{path}, Zeilen {first}–{last}{audience}{words}</translation>
    </message>
    <message>
      <source>{kept} The next search uses them.</source>
      <translation>{kept} Die nächste Suche verwendet sie.</translation>
    </message>
    <message>
      <source>{kept} of {ended} promises were kept: {share}.</source>
      <translation>{kept} von {ended} Zusagen wurden gehalten: {share}.</translation>
    </message>
    <message>
      <source>{keys} means “{intent}” there ({group}). Choose other keys, or take them from that line first.</source>
      <translation>{keys} bedeutet dort „{intent}“ ({group}). Wählen Sie andere Tasten, oder nehmen Sie sie erst jener Zeile weg.</translation>
    </message>
    <message>
      <source>{kind} from {author}</source>
      <translation>{kind} von {author}</translation>
    </message>
    <message>
      <source>{kind} from {author}, {when}: {words}</source>
      <translation>{kind} von {author}, {when}: {words}</translation>
    </message>
    <message>
      <source>{lacking} still to embed</source>
      <translation>{lacking} noch einzubetten</translation>
    </message>
    <message>
      <source>{least}, {at_this_rate} at the present rate of errors</source>
      <translation>{least}, {at_this_rate} bei der jetzigen Fehlerquote</translation>
    </message>
    <message>
      <source>{least}; at the present rate of errors it is never proven</source>
      <translation>{least}; bei der jetzigen Fehlerquote wird es nie nachgewiesen</translation>
    </message>
    <message>
      <source>{level}: {promise}</source>
      <translation>{level}: {promise}</translation>
    </message>
    <message>
      <source>{low} and {high}</source>
      <translation>{low} und {high}</translation>
    </message>
    <message>
      <source>{many} left out; everything else went in</source>
      <translation>{many} ausgelassen; alles andere wurde übernommen</translation>
    </message>
    <message>
      <source>{minutes_a_week} min</source>
      <translation>{minutes_a_week} Min.</translation>
    </message>
    <message>
      <source>{minutes_a_week} minutes</source>
      <translation>{minutes_a_week} Minuten</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} Min.</translation>
    </message>
    <message>
      <source>{minutes} min a ticket is assumed until enough decisions were timed</source>
      <translation>{minutes} Min. je Ticket werden angenommen, bis genug Entscheidungen gemessen sind</translation>
    </message>
    <message>
      <source>{minutes} min a ticket: the median of {measured} decisions</source>
      <translation>{minutes} Min. je Ticket: der Median von {measured} Entscheidungen</translation>
    </message>
    <message>
      <source>{model} did not come from {host}: {detail}. Without a connection, bring its folder by hand: the .onnx file, config.json, tokenizer.json and tokenizer_config.json in one folder.</source>
      <translation>{model} kam nicht von {host}: {detail}. Ohne Verbindung bringen Sie den Ordner von Hand: die .onnx-Datei, config.json, tokenizer.json und tokenizer_config.json in einem Ordner.</translation>
    </message>
    <message>
      <source>{model} {speed}{reads}; loaded in {load_seconds} s, first word after {seconds_to_first} s</source>
      <translation>{model} {speed}{reads}; geladen in {load_seconds} s, erstes Wort nach {seconds_to_first} s</translation>
    </message>
    <message>
      <source>{model}, digest {digest}</source>
      <translation>{model}, Prüfsumme {digest}</translation>
    </message>
    <message>
      <source>{mood}: it stands at {values} and was never above {highest}; at {alarm} sending stops.</source>
      <translation>{mood}: Die Wache steht bei {values} und war nie über {highest}; bei {alarm} stoppt der Versand.</translation>
    </message>
    <message>
      <source>{named}: {cell} of {decided}</source>
      <translation>{named}: {cell} von {decided}</translation>
    </message>
    <message>
      <source>{named}: {share} of {decided} decisions.</source>
      <translation>{named}: {share} von {decided} Entscheidungen.</translation>
    </message>
    <message numerus="yes">
      <source>{names} and {n} more</source>
      <translation>
        <numerusform>{names} und {n} weiteres</numerusform>
        <numerusform>{names} und {n} weitere</numerusform>
      </translation>
    </message>
    <message>
      <source>{names} is no knowledge: folders, {what} are.</source>
      <translation>{names} ist kein Wissen: Ordner, {what} sind es.</translation>
    </message>
    <message>
      <source>{names} will not get the replies any more. They go to the requester of #{ticket}.</source>
      <translation>{names} bekommt die Antworten nicht mehr. Sie gehen an die Anfragenden von #{ticket}.</translation>
    </message>
    <message>
      <source>{name} (you)</source>
      <translation>{name} (Sie)</translation>
    </message>
    <message>
      <source>{name} (you) · {tickets}</source>
      <translation>{name} (Sie) · {tickets}</translation>
    </message>
    <message numerus="yes">
      <source>{name} ({n} tickets)</source>
      <translation>
        <numerusform>{name} ({n} Ticket)</numerusform>
        <numerusform>{name} ({n} Tickets)</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} cannot be used: {failure}. Search goes on by words.</source>
      <translation>{name} ist nicht zu gebrauchen: {failure}. Die Suche geht mit Wörtern weiter.</translation>
    </message>
    <message>
      <source>{name} comes from {host}: about {size}, licence {licence}. Nothing has been asked of that host yet. What it learns is this machine's address and the model's name.</source>
      <translation>{name} kommt von {host}: etwa {size}, Lizenz {licence}. Dort wurde noch nichts angefragt. Es erfährt die Adresse dieses Rechners und den Namen des Modells.</translation>
    </message>
    <message>
      <source>{name} does not agree with the store: {where} says {said}, the store says {found}{more}.</source>
      <translation>{name} stimmt nicht mit dem Speicher überein: {where} sagt {said}, der Speicher sagt {found}{more}.</translation>
    </message>
    <message>
      <source>{name} is a person of its own</source>
      <translation>{name} ist eine eigene Person</translation>
    </message>
    <message>
      <source>{name} is not used: {failure}. The former value stays in force.</source>
      <translation>{name} wird nicht verwendet: {failure}. Der bisherige Wert bleibt in Kraft.</translation>
    </message>
    <message>
      <source>{name} is somebody else</source>
      <translation>{name} ist jemand anders</translation>
    </message>
    <message>
      <source>{name} is the same person as {into}</source>
      <translation>{name} ist dieselbe Person wie {into}</translation>
    </message>
    <message>
      <source>{name} is there.</source>
      <translation>{name} ist da.</translation>
    </message>
    <message>
      <source>{name} was not attached: {reason}.</source>
      <translation>{name} wurde nicht angehängt: {reason}.</translation>
    </message>
    <message>
      <source>{name} {given}</source>
      <translation>{name} {given}</translation>
    </message>
    <message>
      <source>{name} · {address}</source>
      <translation>{name} · {address}</translation>
    </message>
    <message>
      <source>{name} · {tickets}</source>
      <translation>{name} · {tickets}</translation>
    </message>
    <message>
      <source>{name}, by {dimension}</source>
      <translation>{name}, nach {dimension}</translation>
    </message>
    <message>
      <source>{name}, {size}, as it came. Nothing in it is opened or run.</source>
      <translation>{name}, {size}, wie es kam. Nichts darin wird geöffnet oder ausgeführt.</translation>
    </message>
    <message>
      <source>{name}, {size}. Only its beginning is shown; saved, it is whole.</source>
      <translation>{name}, {size}. Nur der Anfang wird gezeigt; gespeichert ist es ganz.</translation>
    </message>
    <message>
      <source>{name}: every number is as the store says.</source>
      <translation>{name}: Jede Zahl ist, wie der Speicher sagt.</translation>
    </message>
    <message>
      <source>{name}: share of decisions</source>
      <translation>{name}: Anteil der Entscheidungen</translation>
    </message>
    <message>
      <source>{name}: {after}</source>
      <translation>{name}: {after}</translation>
    </message>
    <message>
      <source>{name}: {before} → {after}</source>
      <translation>{name}: {before} → {after}</translation>
    </message>
    <message>
      <source>{name}: {did}. Ctrl+Z takes it back.</source>
      <translation>{name}: {did}. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
      <source>{name}: {kept} of {ended} kept, {duration} in the middle</source>
      <translation>{name}: {kept} von {ended} gehalten, {duration} im Mittel</translation>
    </message>
    <message>
      <source>{name}: {kind} [{key}]</source>
      <translation>{name}: {kind} [{key}]</translation>
    </message>
    <message>
      <source>{numbered}a passage that is gone since{cited}{scores}</source>
      <translation>{numbered}eine Textstelle, die es nicht mehr gibt{cited}{scores}</translation>
    </message>
    <message>
      <source>{number} of {of}</source>
      <translation>{number} von {of}</translation>
    </message>
    <message numerus="yes">
      <source>{n} answers went back to the review queue.</source>
      <translation>
        <numerusform>{n} Antwort ging in die Prüfliste zurück.</numerusform>
        <numerusform>{n} Antworten gingen in die Prüfliste zurück.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} are so already.</source>
      <translation>
        <numerusform>{n} ist schon so.</numerusform>
        <numerusform>{n} sind schon so.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} articles</source>
      <translation>
        <numerusform>{n} Artikel</numerusform>
        <numerusform>{n} Artikel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} articles stayed out: drafts, or archived</source>
      <translation>
        <numerusform>{n} Artikel blieb außen vor: ein Entwurf oder archiviert</numerusform>
        <numerusform>{n} Artikel blieben außen vor: Entwürfe oder archiviert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} articles stayed out: their review is overdue</source>
      <translation>
        <numerusform>{n} Artikel blieb außen vor: seine Überprüfung ist überfällig</numerusform>
        <numerusform>{n} Artikel blieben außen vor: ihre Überprüfung ist überfällig</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} changes have been made since.</source>
      <translation>
        <numerusform>Seither gab es {n} Änderung.</numerusform>
        <numerusform>Seither gab es {n} Änderungen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} changes; what goes is struck out, what comes is underlined.</source>
      <translation>
        <numerusform>{n} Änderung; was wegfällt, ist durchgestrichen, was hinzukommt, unterstrichen.</numerusform>
        <numerusform>{n} Änderungen; was wegfällt, ist durchgestrichen, was hinzukommt, unterstrichen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} customers were asked; nobody has answered yet.</source>
      <translation>
        <numerusform>{n} Kunde wurde gefragt; noch hat niemand geantwortet.</numerusform>
        <numerusform>{n} Kunden wurden gefragt; noch hat niemand geantwortet.</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} d</source>
      <translation>{n} T.</translation>
    </message>
    <message numerus="yes">
      <source>{n} days</source>
      <translation>
        <numerusform>{n} Tag</numerusform>
        <numerusform>{n} Tagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} done today</source>
      <translation>
        <numerusform>{n} heute erledigt</numerusform>
        <numerusform>{n} heute erledigt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} drafts</source>
      <translation>
        <numerusform>{n} Entwurf</numerusform>
        <numerusform>{n} Entwürfe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} drafts and answers cite</source>
      <translation>
        <numerusform>{n} Entwurf oder Antwort zitiert</numerusform>
        <numerusform>{n} Entwürfe und Antworten zitieren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} drafts are being written{lasts}</source>
      <translation>
        <numerusform>{n} Entwurf in Arbeit{lasts}</numerusform>
        <numerusform>{n} Entwürfe in Arbeit{lasts}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} drafts are waiting: {paused}</source>
      <translation>
        <numerusform>{n} Entwurf wartet: {paused}</numerusform>
        <numerusform>{n} Entwürfe warten: {paused}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} drafts drawn for checking wait for a decision{late}.</source>
      <translation>
        <numerusform>{n} ausgeloster Entwurf wartet auf eine Entscheidung{late}.</numerusform>
        <numerusform>{n} ausgeloste Entwürfe warten auf eine Entscheidung{late}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} drafts stay in the queue.</source>
      <translation>
        <numerusform>{n} Entwurf bleibt in der Prüfliste.</numerusform>
        <numerusform>{n} Entwürfe bleiben in der Prüfliste.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} examples teach it</source>
      <translation>
        <numerusform>Aus {n} Beispiel gelernt</numerusform>
        <numerusform>Aus {n} Beispielen gelernt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} files</source>
      <translation>
        <numerusform>{n} Datei</numerusform>
        <numerusform>{n} Dateien</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} found</source>
      <translation>
        <numerusform>{n} gefunden</numerusform>
        <numerusform>{n} gefunden</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} found; {signs} cannot be searched for.</source>
      <translation>{n} gefunden; nach {signs} lässt sich nicht suchen.</translation>
    </message>
    <message>
      <source>{n} h</source>
      <translation>{n} Std.</translation>
    </message>
    <message numerus="yes">
      <source>{n} holidays</source>
      <translation>
        <numerusform>{n} Feiertag</numerusform>
        <numerusform>{n} Feiertage</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} holidays were added.</source>
      <translation>
        <numerusform>{n} Feiertag kam hinzu.</numerusform>
        <numerusform>{n} Feiertage kamen hinzu.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} lines saved.</source>
      <translation>
        <numerusform>{n} Zeile gespeichert.</numerusform>
        <numerusform>{n} Zeilen gespeichert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} marked</source>
      <translation>
        <numerusform>{n} markiert</numerusform>
        <numerusform>{n} markiert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} matches</source>
      <translation>
        <numerusform>{n} Treffer</numerusform>
        <numerusform>{n} Treffer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} messages</source>
      <translation>
        <numerusform>{n} Nachricht</numerusform>
        <numerusform>{n} Nachrichten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} messages are now ticket #{ticket}.</source>
      <translation>
        <numerusform>{n} Nachricht ist jetzt Ticket #{ticket}.</numerusform>
        <numerusform>{n} Nachrichten sind jetzt Ticket #{ticket}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} messages came in.</source>
      <translation>
        <numerusform>{n} Nachricht kam herein.</numerusform>
        <numerusform>{n} Nachrichten kamen herein.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} messages go into a new ticket.</source>
      <translation>
        <numerusform>{n} Nachricht kommt in ein neues Ticket.</numerusform>
        <numerusform>{n} Nachrichten kommen in ein neues Ticket.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} messages had come in before and changed nothing.</source>
      <translation>
        <numerusform>{n} Nachricht war schon da und änderte nichts.</numerusform>
        <numerusform>{n} Nachrichten waren schon da und änderten nichts.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} messages that came since stay.</source>
      <translation>
        <numerusform>{n} seither gekommene Nachricht bleibt.</numerusform>
        <numerusform>{n} seither gekommene Nachrichten bleiben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} messages: {before} → {after}</source>
      <translation>
        <numerusform>{n} Nachricht: {before} → {after}</numerusform>
        <numerusform>{n} Nachrichten: {before} → {after}</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} Min.</translation>
    </message>
    <message numerus="yes">
      <source>{n} more before it were not shown.</source>
      <translation>
        <numerusform>{n} weitere davor wurde nicht gezeigt.</numerusform>
        <numerusform>{n} weitere davor wurden nicht gezeigt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more have not left.</source>
      <translation>
        <numerusform>{n} weitere ist nicht hinausgegangen.</numerusform>
        <numerusform>{n} weitere sind nicht hinausgegangen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more like this: answer together</source>
      <translation>
        <numerusform>{n} ähnlicher: zusammen antworten</numerusform>
        <numerusform>{n} ähnliche: zusammen antworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more were left out.</source>
      <translation>
        <numerusform>{n} weitere wurde ausgelassen.</numerusform>
        <numerusform>{n} weitere wurden ausgelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more were not either.</source>
      <translation>
        <numerusform>{n} weitere ebenfalls nicht.</numerusform>
        <numerusform>{n} weitere ebenfalls nicht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} names</source>
      <translation>
        <numerusform>{n} Name</numerusform>
        <numerusform>{n} Namen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} not solved</source>
      <translation>
        <numerusform>{n} nicht gelöst</numerusform>
        <numerusform>{n} nicht gelöst</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} open tickets</source>
      <translation>
        <numerusform>{n} offenes Ticket</numerusform>
        <numerusform>{n} offene Tickets</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} other customers got drafts from the same passages.</source>
      <translation>
        <numerusform>{n} anderer Kunde bekam einen Entwurf aus denselben Textstellen.</numerusform>
        <numerusform>{n} andere Kunden bekamen Entwürfe aus denselben Textstellen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pages</source>
      <translation>
        <numerusform>{n} Seite</numerusform>
        <numerusform>{n} Seiten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} passages</source>
      <translation>
        <numerusform>{n} Textstelle</numerusform>
        <numerusform>{n} Textstellen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} questions with the reply a person sent</source>
      <translation>
        <numerusform>{n} Frage mit der Antwort, die ein Mensch sendete</numerusform>
        <numerusform>{n} Fragen mit der Antwort, die ein Mensch sendete</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} questions with the reply a person sent.</source>
      <translation>
        <numerusform>{n} Frage mit der Antwort, die ein Mensch sendete.</numerusform>
        <numerusform>{n} Fragen mit der Antwort, die ein Mensch sendete.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies are on their way.</source>
      <translation>
        <numerusform>{n} Antwort ist unterwegs.</numerusform>
        <numerusform>{n} Antworten sind unterwegs.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies had left already.</source>
      <translation>
        <numerusform>{n} Antwort war schon hinausgegangen.</numerusform>
        <numerusform>{n} Antworten waren schon hinausgegangen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} sent answers</source>
      <translation>
        <numerusform>{n} gesendete Antwort</numerusform>
        <numerusform>{n} gesendete Antworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets</source>
      <translation>
        <numerusform>{n} Ticket</numerusform>
        <numerusform>{n} Tickets</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets are due soon</source>
      <translation>
        <numerusform>{n} Ticket ist bald fällig</numerusform>
        <numerusform>{n} Tickets sind bald fällig</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets are in {name}.</source>
      <translation>
        <numerusform>{n} Ticket steht in {name}.</numerusform>
        <numerusform>{n} Tickets stehen in {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets are overdue</source>
      <translation>
        <numerusform>{n} Ticket ist überfällig</numerusform>
        <numerusform>{n} Tickets sind überfällig</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets are so already</source>
      <translation>
        <numerusform>{n} Ticket ist schon so</numerusform>
        <numerusform>{n} Tickets sind schon so</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets asleep until {when}.</source>
      <translation>
        <numerusform>Zurückgestellt bis {when}.</numerusform>
        <numerusform>{n} Tickets zurückgestellt bis {when}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets changed.</source>
      <translation>
        <numerusform>{n} Ticket geändert.</numerusform>
        <numerusform>{n} Tickets geändert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets fit now</source>
      <translation>
        <numerusform>{n} Ticket passt jetzt</numerusform>
        <numerusform>{n} Tickets passen jetzt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets merged into #{target}.</source>
      <translation>
        <numerusform>{n} Ticket mit #{target} zusammengeführt.</numerusform>
        <numerusform>{n} Tickets mit #{target} zusammengeführt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets now</source>
      <translation>
        <numerusform>{n} Ticket jetzt</numerusform>
        <numerusform>{n} Tickets jetzt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets wait for us</source>
      <translation>
        <numerusform>{n} Ticket wartet auf uns</numerusform>
        <numerusform>{n} Tickets warten auf uns</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tickets were reckoned anew.</source>
      <translation>
        <numerusform>{n} Ticket wurde neu gerechnet.</numerusform>
        <numerusform>{n} Tickets wurden neu gerechnet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} values are back</source>
      <translation>
        <numerusform>{n} Wert ist zurück</numerusform>
        <numerusform>{n} Werte sind zurück</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} versions</source>
      <translation>
        <numerusform>{n} Fassung</numerusform>
        <numerusform>{n} Fassungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} waiting drafts go</source>
      <translation>
        <numerusform>{n} wartender Entwurf entfällt</numerusform>
        <numerusform>{n} wartende Entwürfe entfallen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} waiting drafts go.</source>
      <translation>
        <numerusform>{n} wartender Entwurf entfällt.</numerusform>
        <numerusform>{n} wartende Entwürfe entfallen.</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} wk</source>
      <translation>{n} Wo.</translation>
    </message>
    <message numerus="yes">
      <source>{n} words added</source>
      <translation>
        <numerusform>{n} Wort hinzugefügt</numerusform>
        <numerusform>{n} Wörter hinzugefügt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} words removed</source>
      <translation>
        <numerusform>{n} Wort entfernt</numerusform>
        <numerusform>{n} Wörter entfernt</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} yr</source>
      <translation>{n} J.</translation>
    </message>
    <message>
      <source>{of}; too few for a percentage</source>
      <translation>{of}; zu wenige für einen Prozentwert</translation>
    </message>
    <message>
      <source>{on_day}: {duration} in the middle</source>
      <translation>{on_day}: {duration} in der Mitte</translation>
    </message>
    <message>
      <source>{one} or {other}</source>
      <translation>{one} oder {other}</translation>
    </message>
    <message>
      <source>{only} Time: {how}</source>
      <translation>{only} Zeit: {how}</translation>
    </message>
    <message>
      <source>{opening} {planted} Nothing was sent; here is the true draft.</source>
      <translation>{opening} {planted} Nichts wurde gesendet; hier ist der richtige Entwurf.</translation>
    </message>
    <message>
      <source>{parts}; second look {second}</source>
      <translation>{parts}; zweiter Blick {second}</translation>
    </message>
    <message>
      <source>{part} of {whole}</source>
      <translation>{part} von {whole}</translation>
    </message>
    <message>
      <source>{part} of {whole} {of}</source>
      <translation>{part} von {whole} {of}</translation>
    </message>
    <message>
      <source>{passages} found {search_paths}{left}</source>
      <translation>{passages} gefunden {search_paths}{left}</translation>
    </message>
    <message>
      <source>{path} cannot be written; make the folder writable for you, or open another workspace.</source>
      <translation>{path} ist nicht beschreibbar; machen Sie den Ordner für sich beschreibbar, oder öffnen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message>
      <source>{path} failed its check ({detail}); nothing was changed. Restore a backup: helpdesk restore FILE.</source>
      <translation>{path} hat die Prüfung nicht bestanden ({detail}); nichts wurde geändert. Stellen Sie eine Sicherung wieder her: helpdesk restore FILE.</translation>
    </message>
    <message>
      <source>{path} has schema {found}, this program knows {known}; install the newer version. Nothing was changed.</source>
      <translation>{path} hat Schema {found}, dieses Programm kennt {known}; installieren Sie die neuere Version. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>{path} is kept locked: by a copy being made of it, or by a program that shows databases. Let it finish or close it, then try again. What was saved before is safe.</source>
      <translation>{path} ist gesperrt: von einer Kopie, die gerade entsteht, oder von einem Programm, das Datenbanken zeigt. Lassen Sie es fertig werden oder schließen Sie es, und versuchen Sie es noch einmal. Was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
      <source>{path} is no longer what was opened here; nothing was overwritten. Compare both texts, read the file in, then save yours again.</source>
      <translation>{path} ist nicht mehr, was hier geöffnet wurde; nichts wurde überschrieben. Vergleichen Sie beide Texte, lesen Sie die Datei ein, und speichern Sie Ihren dann noch einmal.</translation>
    </message>
    <message>
      <source>{path} is not a sound backup: {detail}. Nothing was changed; choose another file.</source>
      <translation>{path} ist keine brauchbare Sicherung: {detail}. Nichts wurde geändert; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>{path} is open in another Helpdesk{pid}; use that one, or close it first.</source>
      <translation>{path} ist in einem anderen Helpdesk geöffnet{pid}; verwenden Sie jenen, oder schließen Sie ihn zuerst.</translation>
    </message>
    <message>
      <source>{path}, line {line}</source>
      <translation>{path}, Zeile {line}</translation>
    </message>
    <message>
      <source>{path}: {detail}. The copy made before is in the workspace's backups folder; nothing is lost.</source>
      <translation>{path}: {detail}. Die vorher gemachte Kopie liegt im Ordner backups des Arbeitsbereichs; nichts ist verloren.</translation>
    </message>
    <message>
      <source>{path}{line}: {detail}. Correct the file, or start with the defaults: yours is kept beside it.</source>
      <translation>{path}{line}: {detail}. Berichtigen Sie die Datei, oder starten Sie mit den Vorgaben: Ihre bleibt daneben erhalten.</translation>
    </message>
    <message>
      <source>{path}{line}: {reason}. Correct it and try again.</source>
      <translation>{path}{line}: {reason}. Berichtigen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{person} is somebody else</source>
      <translation>{person} ist jemand anders</translation>
    </message>
    <message>
      <source>{person} is somebody else after all</source>
      <translation>{person} ist doch jemand anders</translation>
    </message>
    <message>
      <source>{person} is the same person</source>
      <translation>{person} ist dieselbe Person</translation>
    </message>
    <message>
      <source>{person} · {tickets}</source>
      <translation>{person} · {tickets}</translation>
    </message>
    <message>
      <source>{preset}, {when}</source>
      <translation>{preset}, {when}</translation>
    </message>
    <message>
      <source>{priority} priority</source>
      <translation>Priorität {priority}</translation>
    </message>
    <message>
      <source>{promise} within</source>
      <translation>{promise} innerhalb von</translation>
    </message>
    <message>
      <source>{promise}: the clock stands still while we wait</source>
      <translation>{promise}: Die Uhr steht, solange wir warten</translation>
    </message>
    <message>
      <source>{relation} #{number} {subject} · {status}</source>
      <translation>{relation} #{number} {subject} · {status}</translation>
    </message>
    <message>
      <source>{requester}, in a note: {words}</source>
      <translation>{requester}, in einer Notiz: {words}</translation>
    </message>
    <message>
      <source>{requester}, in {name}: {words}</source>
      <translation>{requester}, in {name}: {words}</translation>
    </message>
    <message>
      <source>{rest} answered tickets are still being read; more may be found later.</source>
      <translation>{rest} beantwortete Tickets werden noch gelesen; später finden sich vielleicht mehr.</translation>
    </message>
    <message>
      <source>{said} Certificates are corrected: reviewers notice at least {sensitivity}.</source>
      <translation>{said} Zertifikate werden berichtigt: Prüfende bemerken mindestens {sensitivity}.</translation>
    </message>
    <message>
      <source>{said} For more of them: {labels_needed}</source>
      <translation>{said} Für mehr davon: {labels_needed}</translation>
    </message>
    <message>
      <source>{said} No cut has kept under the goal of {alpha} so far.</source>
      <translation>{said} Keine Grenze blieb bisher unter dem Ziel von {alpha}.</translation>
    </message>
    <message>
      <source>{said} That is too few to correct by: reviewers are taken at their word.</source>
      <translation>{said} Das sind zu wenige zum Berichtigen: Das Wort der Prüfenden gilt.</translation>
    </message>
    <message>
      <source>{said} The goal of {alpha} was kept up to {coverage} of drafts (score {score} and more).</source>
      <translation>{said} Das Ziel von {alpha} wurde bis {coverage} der Entwürfe gehalten (Wert {score} und mehr).</translation>
    </message>
    <message>
      <source>{said}: {done} of {tickets}</source>
      <translation>{said}: {done} von {tickets}</translation>
    </message>
    <message>
      <source>{said}: {done} of {tickets}{left}{paused}</source>
      <translation>{said}: {done} von {tickets}{left}{paused}</translation>
    </message>
    <message>
      <source>{said}: {share}, between {low} and {high}.</source>
      <translation>{said}: {share}, zwischen {low} und {high}.</translation>
    </message>
    <message>
      <source>{said}; much like a better one</source>
      <translation>{said}; sagt fast dasselbe wie eine bessere</translation>
    </message>
    <message>
      <source>{said}; of {gone} the quoted words are gone</source>
      <translation>{said}; bei {gone} sind die zitierten Worte fort</translation>
    </message>
    <message numerus="yes">
      <source>{said}; {n} passages in all, {seconds} s</source>
      <translation>
        <numerusform>{said}; {n} Textstelle insgesamt, {seconds} s</numerusform>
        <numerusform>{said}; {n} Textstellen insgesamt, {seconds} s</numerusform>
      </translation>
    </message>
    <message>
      <source>{seconds} minutes a ticket, between {low} and {high} ({alone_count} timed without a draft, {helped_count} with one).</source>
      <translation>{seconds} Minuten je Ticket, zwischen {low} und {high} ({alone_count} ohne Entwurf gemessen, {helped_count} mit).</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{seconds} seconds in all</source>
      <translation>{seconds} Sekunden insgesamt</translation>
    </message>
    <message>
      <source>{sentence} Nothing was sent.</source>
      <translation>{sentence} Nichts wurde gesendet.</translation>
    </message>
    <message>
      <source>{sentence} Your text is still in the editor.</source>
      <translation>{sentence} Ihr Text ist noch im Editor.</translation>
    </message>
    <message>
      <source>{several}. Change the reply, or send it all the same.</source>
      <translation>{several}. Ändern Sie die Antwort, oder senden Sie sie trotzdem.</translation>
    </message>
    <message>
      <source>{share} ({low} to {high})</source>
      <translation>{share} ({low} bis {high})</translation>
    </message>
    <message>
      <source>{share} of the drafts can leave by themselves ({able} of {drafted} in {days} days, {a_week} a week): about {saved} of work saved a week. {how}</source>
      <translation>{share} der Entwürfe können von selbst hinausgehen ({able} von {drafted} in {days} Tagen, {a_week} die Woche): etwa {saved} Arbeit in der Woche gespart. {how}</translation>
    </message>
    <message>
      <source>{share} the same</source>
      <translation>{share} gleich</translation>
    </message>
    <message>
      <source>{sign}: {power}, of {right} right and {wrong} wrong drafts</source>
      <translation>{sign}: {power}, von {right} richtigen und {wrong} falschen Entwürfen</translation>
    </message>
    <message>
      <source>{similarity} alike</source>
      <translation>{similarity} ähnlich</translation>
    </message>
    <message>
      <source>{size} of memory</source>
      <translation>{size} Speicher</translation>
    </message>
    <message>
      <source>{size} of {size2}{speed}</source>
      <translation>{size} von {size2}{speed}</translation>
    </message>
    <message>
      <source>{spent} min</source>
      <translation>{spent} Min.</translation>
    </message>
    <message>
      <source>{stale} stale</source>
      <translation>{stale} veraltet</translation>
    </message>
    <message>
      <source>{state} · ticket {ticket_id}, {subject}</source>
      <translation>{state} · Ticket {ticket_id}, {subject}</translation>
    </message>
    <message>
      <source>{state}: {subject}, to {whom}</source>
      <translation>{state}: {subject}, an {whom}</translation>
    </message>
    <message>
      <source>{strerror}{where}; put that right and try again.</source>
      <translation>{strerror}{where}; bringen Sie das in Ordnung, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{text} of this trial</source>
      <translation>{text}: dieser Probelauf</translation>
    </message>
    <message>
      <source>{tickets} go into {target}, which stays.</source>
      <translation>{tickets} gehen in {target} auf, das bleibt.</translation>
    </message>
    <message>
      <source>{tickets} goes into {target}, which stays.</source>
      <translation>{tickets} geht in {target} auf, das bleibt.</translation>
    </message>
    <message>
      <source>{tickets} in trouble, but none of them shows yet what an article should say.</source>
      <translation>{tickets} mit Schwierigkeiten, aber noch bei keinem ist zu erkennen, was ein Artikel sagen sollte.</translation>
    </message>
    <message>
      <source>{tickets}, about {minutes}</source>
      <translation>{tickets}, etwa {minutes}</translation>
    </message>
    <message>
      <source>{tickets}, {unsolved}</source>
      <translation>{tickets}, {unsolved}</translation>
    </message>
    <message>
      <source>{tickets}: same person, likely the same matter</source>
      <translation>{tickets}: dieselbe Person, wohl dieselbe Sache</translation>
    </message>
    <message>
      <source>{title} ({path}): stood behind {tickets}; {because}</source>
      <translation>{title} ({path}): stand hinter {tickets}; {because}</translation>
    </message>
    <message>
      <source>{title}, as a table</source>
      <translation>{title}, als Tabelle</translation>
    </message>
    <message>
      <source>{title}, lines {first}–{last}</source>
      <translation>{title}, Zeilen {first}–{last}</translation>
    </message>
    <message>
      <source>{title}: add something to do</source>
      <translation>{title}: etwas zu tun hinzufügen</translation>
    </message>
    <message numerus="yes">
      <source>{title}: {n} tickets</source>
      <translation>
        <numerusform>{title}: {n} Ticket</numerusform>
        <numerusform>{title}: {n} Tickets</numerusform>
      </translation>
    </message>
    <message>
      <source>{tokens_per_second} tokens/s here</source>
      <translation>{tokens_per_second} Token/s hier</translation>
    </message>
    <message>
      <source>{told} (guessed from who answers; if that is wrong, remove this trial and name your addresses)</source>
      <translation>{told} (geraten nach denen, die antworten; stimmt das nicht, entfernen Sie diesen Probelauf, und nennen Sie Ihre Adressen)</translation>
    </message>
    <message>
      <source>{trial}. It wrote: {said}</source>
      <translation>{trial}. Es schrieb: {said}</translation>
    </message>
    <message>
      <source>{unedited} of {decided} decisions today</source>
      <translation>{unedited} von {decided} Entscheidungen heute</translation>
    </message>
    <message>
      <source>{waiting} not searchable yet</source>
      <translation>{waiting} noch nicht durchsuchbar</translation>
    </message>
    <message>
      <source>{waiting} still to draft</source>
      <translation>{waiting} noch zu entwerfen</translation>
    </message>
    <message>
      <source>{what} ({tickets})</source>
      <translation>{what} ({tickets})</translation>
    </message>
    <message>
      <source>{where}{marks}, score {score}: {parts}{has}: {text}</source>
      <translation>{where}{marks}, Wert {score}: {parts}{has}: {text}</translation>
    </message>
    <message>
      <source>{where}{what} stays as it is: {reason}.</source>
      <translation>{where}{what} bleibt, wie es ist: {reason}.</translation>
    </message>
    <message>
      <source>{who} drafts from now on.</source>
      <translation>{who} entwirft ab jetzt.</translation>
    </message>
    <message>
      <source>{who} on ticket {ticket_id}, {at} ({settled})</source>
      <translation>{who} zu Ticket {ticket_id}, {at} ({settled})</translation>
    </message>
    <message>
      <source>{who} only compares texts and writes none; choose or install one that can chat.</source>
      <translation>{who} vergleicht nur Texte und schreibt keine; wählen oder installieren Sie eines, das chatten kann.</translation>
    </message>
    <message>
      <source>{who} only compares texts. Choose or pull one that can chat.</source>
      <translation>{who} vergleicht nur Texte. Wählen oder holen Sie eines, das chatten kann.</translation>
    </message>
    <message>
      <source>{who} would hand customers' texts to somebody else's computer, so it is not used. Choose or pull one that runs here.</source>
      <translation>{who} würde Kundentexte an einen fremden Rechner geben, darum wird es nicht verwendet. Wählen oder holen Sie eines, das hier läuft.</translation>
    </message>
    <message>
      <source>{who} would hand customers' texts to somebody else's computer, so it is not used; choose or install one that runs here.</source>
      <translation>{who} würde Kundentexte an einen fremden Rechner geben, darum wird es nicht verwendet; wählen oder installieren Sie eines, das hier läuft.</translation>
    </message>
    <message>
      <source>{who}: {what}</source>
      <translation>{who}: {what}</translation>
    </message>
    <message>
      <source>{who}every cut is proven; the next label writes the certificate.</source>
      <translation>{who}jede Grenze ist nachgewiesen; mit dem nächsten Urteil wird das Zertifikat ausgestellt.</translation>
    </message>
    <message>
      <source>{who}{wrong} wrong of {checked} answers checked so far with a score of {cut} or more.</source>
      <translation>{who}Bisher {wrong} von {checked} geprüften Antworten mit einem Wert von {cut} oder mehr falsch.</translation>
    </message>
    <message>
      <source>{width} × {height} pixels, painted anew from {size}</source>
      <translation>{width} × {height} Bildpunkte, neu gemalt aus {size}</translation>
    </message>
    <message>
      <source>{words} (your lines go before this one: {own})</source>
      <translation>{words} (Ihre Zeilen gehen vor: {own})</translation>
    </message>
    <message>
      <source>{writer}{model}, score {scorer}{trial}:</source>
      <translation>{writer}{model}, Wert {scorer}{trial}:</translation>
    </message>
    <message>
      <source>{wrong} of them wrong, by this score</source>
      <translation>{wrong} davon falsch, nach diesem Wert</translation>
    </message>
    <message>
      <source>{wrong} of {checked} judged drafts are wrong</source>
      <translation>{wrong} von {checked} beurteilten Entwürfen sind falsch</translation>
    </message>
    <message>
      <source>{{{0}}} stands for nothing; use {1}</source>
      <translation>{{{0}}} steht für nichts; möglich sind {1}</translation>
    </message>
    <message>
      <source>“{0}” does not exist in the file's encoding ({1}): save the file as UTF-8 first, or leave it out</source>
      <translation>„{0}“ gibt es in der Kodierung der Datei ({1}) nicht: Speichern Sie die Datei erst als UTF-8, oder lassen Sie es weg</translation>
    </message>
    <message>
      <source>“{0}” has more than {1} words that mean the same</source>
      <translation>„{0}“ hat mehr als {1} Wörter gleicher Bedeutung</translation>
    </message>
    <message>
      <source>“{0}” has no letter or digit that could be searched for</source>
      <translation>„{0}“ hat keinen Buchstaben und keine Ziffer, wonach sich suchen ließe</translation>
    </message>
    <message>
      <source>“{0}” has no other word that means the same</source>
      <translation>„{0}“ hat kein anderes Wort gleicher Bedeutung</translation>
    </message>
    <message>
      <source>“{0}” was left out: {1}</source>
      <translation>„{0}“ wurde weggelassen: {1}</translation>
    </message>
    <message>
      <source>“{0}” was not in the reply before.</source>
      <translation>„{0}“ stand vorher nicht in der Antwort.</translation>
    </message>
    <message>
      <source>“{0}…” is longer than {1} characters</source>
      <translation>„{0}…“ ist länger als {1} Zeichen</translation>
    </message>
    <message>
      <source>“{fixed}” instead of “{written}”</source>
      <translation>„{fixed}“ statt „{written}“</translation>
    </message>
    <message>
      <source>“{long}…” is longer than {longest} characters</source>
      <translation>„{long}…“ ist länger als {longest} Zeichen</translation>
    </message>
    <message>
      <source>“{model}” could not be brought into memory ({detail}); choose a smaller one, or close other programs.</source>
      <translation>„{model}“ passte nicht in den Speicher ({detail}); wählen Sie ein kleineres, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
      <source>“{model}” did not come to the model server at {host}: {detail}. What came is kept there; pulling again goes on from it.</source>
      <translation>„{model}“ kam nicht auf den Modellserver unter {host}: {detail}. Was kam, ist dort aufgehoben; erneutes Holen macht dort weiter.</translation>
    </message>
    <message>
      <source>“{model}” drafts{missing}.</source>
      <translation>„{model}“ entwirft{missing}.</translation>
    </message>
    <message>
      <source>“{model}” is writing or being loaded now; what comes next waits for its turn.</source>
      <translation>„{model}“ schreibt oder wird gerade geladen; das Nächste wartet, bis es an der Reihe ist.</translation>
    </message>
    <message>
      <source>“{model}” was not in memory after {seconds} seconds; it goes on loading, and {meanwhile}.</source>
      <translation>„{model}“ war nach {seconds} Sekunden nicht im Speicher; es lädt weiter, und {meanwhile}.</translation>
    </message>
    <message>
      <source>“{model}” was not in memory after {seconds} seconds; it goes on loading. Try again in a while; nothing was changed.</source>
      <translation>„{model}“ war nach {seconds} Sekunden nicht im Speicher; es lädt weiter. Versuchen Sie es nach einer Weile noch einmal; geändert wurde nichts.</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>„{name}“</translation>
    </message>
    <message>
      <source>“{name}” and its examples are removed.</source>
      <translation>„{name}“ und seine Beispiele sind entfernt.</translation>
    </message>
    <message>
      <source>“{name}” is in step with its folder: {words}.</source>
      <translation>„{name}“ ist auf dem Stand seines Ordners: {words}.</translation>
    </message>
    <message numerus="yes">
      <source>“{name}”: {n} old tickets, their drafts{judged} would be gone. Saved reports stay.</source>
      <translation>
        <numerusform>„{name}“: {n} altes Ticket, sein Entwurf{judged} wären fort. Gespeicherte Berichte bleiben.</numerusform>
        <numerusform>„{name}“: {n} alte Tickets, ihre Entwürfe{judged} wären fort. Gespeicherte Berichte bleiben.</numerusform>
      </translation>
    </message>
    <message>
      <source>“{own}”, drawn by {share} to what the conversation around it brings</source>
      <translation>„{own}“, um {share} zu dem hingezogen, was die Unterhaltung darum herum bringt</translation>
    </message>
    <message>
      <source>“{quote}”</source>
      <translation>„{quote}“</translation>
    </message>
    <message>
      <source>“{title}” has it now. Its history takes it back.</source>
      <translation>„{title}“ enthält es jetzt. Sein Verlauf nimmt es zurück.</translation>
    </message>
    <message>
      <source>“{word}” asks different things, which cannot be alternatives. Write {field}: before each when all of them shall hold.</source>
      <translation>„{word}“ fragt nach Verschiedenem; das kann nicht wahlweise gelten. Schreiben Sie {field}: vor jedes, wenn alle gelten sollen.</translation>
    </message>
    <message>
      <source>“{word}” has no word that means the same</source>
      <translation>„{word}“ hat kein Wort gleicher Bedeutung</translation>
    </message>
    <message>
      <source>“{word}” is no date. Write 2026-05-31, 2026-05 or 2026, or a span like 7d or 12h.</source>
      <translation>„{word}“ ist kein Datum. Schreiben Sie 2026-05-31, 2026-05 oder 2026, oder eine Spanne wie 7d oder 12h.</translation>
    </message>
    <message>
      <source>“{word}” is no number of a ticket.</source>
      <translation>„{word}“ ist keine Nummer eines Tickets.</translation>
    </message>
    <message>
      <source>“{word}” is no number. Write {field}:&lt;60% or {field}:&gt;0.8.</source>
      <translation>„{word}“ ist keine Zahl. Schreiben Sie {field}:&lt;60% oder {field}:&gt;0.8.</translation>
    </message>
    <message>
      <source>“{written}” was taken for “{meant}”, for the knowledge base has no such word</source>
      <translation>„{written}“ wurde für „{meant}“ genommen, denn die Wissensbasis hat kein solches Wort</translation>
    </message>
    <message>
      <source>⋯ {folded} lines unchanged</source>
      <translation>⋯ {folded} Zeilen unverändert</translation>
    </message>
    <message numerus="yes">
      <source>⋯ {n} more lines are not shown here</source>
      <translation>
        <numerusform>⋯ {n} weitere Zeile wird hier nicht gezeigt</numerusform>
        <numerusform>⋯ {n} weitere Zeilen werden hier nicht gezeigt</numerusform>
      </translation>
    </message>
    <message>
      <source>✓ Saved</source>
      <translation>✓ Gespeichert</translation>
    </message>
    <message>
      <source>✓ Search index in order</source>
      <translation>✓ Suchindex in Ordnung</translation>
    </message>
    <message>
      <source>✕ Not saved, trying again</source>
      <translation>✕ Nicht gespeichert, neuer Versuch</translation>
    </message>
  </context>
</TS>
