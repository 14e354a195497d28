"""The words for each refusal code. A pair is for a code that comes without facts, and with them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

NOT_FOUND = _("What you name here is not in the record, or is not yours to see.")

SAYS: dict[str, Any] = {
    # What every act must be
    "nothing-said": _("Nothing is said here yet. Please say it in words."),
    "travel-document": _(
        "This looks like the lines of a passport or another travel document. They are never kept here. "
        "Leave them out: a name, and who sends the person, is enough."
    ),
    "no-such-zone": _("There is no time zone called %(zone)s. Choose one from the list."),
    "no-such-part": _("The act has no part %(part)s."),
    "id-taken": _(
        "This short name is taken already. Choose another, or leave it empty to have one chosen."
    ),
    "crosses-the-exercise": _(
        "This would join practice with what counts. What belongs to an exercise can only refer to the same exercise."
    ),
    "takes-effect-when-received": _(
        "This takes effect when the desk receives it. "
        "Leave the date empty: only what is recorded from a source has one."
    ),
    # Who may
    "party-unknown": _("This party is not in the record."),
    "party-takes-no-part": _(
        "This party is only named in the record. It takes no part here, so nobody can act for it."
    ),
    "party-suspended": _(
        "Your party is suspended. Until that is lifted it can only answer what it was asked before. "
        "Your words are kept."
    ),
    "party-withdrew": _("Your party has withdrawn. Whoever comes back is admitted anew."),
    "party-succeeded": _("Another party follows yours. Its people can do this for it."),
    "stands-aside": _(
        "Your party stands aside on this. It can take back what it proposed, and sees all of it."
    ),
    "no-mandate": _(
        "You have no mandate for this party. Its own officers or the secretariat can give you one."
    ),
    "guest-comes-alone": _(
        "You are invited by name, and hold no mandate for your party: answer for one person. "
        "Others are named by whoever speaks for it."
    ),
    "mandate-not-yet": _(
        "Your mandate for this party has not begun. Until then somebody else of your party can do this."
    ),
    "mandate-ended": _(
        "Your mandate for this party has ended. Your words are kept; somebody with a mandate can send them."
    ),
    "mandate-lacks-power": _(
        "Your mandate for this party does not let you do this: it lacks the power to %(power)s. "
        "Your words are kept; somebody with that power can send them."
    ),
    "not-the-chair": _("Only the chair of the body can do this."),
    "no-voice-here": _(
        "Your party has no voice in this body. Observers see what is decided and take no part in it."
    ),
    "only-the-desk": _("The desk does this by itself when the time has come; nobody else can."),
    "only-a-person": _("Only a person can do this; the desk cannot do it by itself."),
    "not-your-party": _("You can give and end mandates for your own party only."),
    "not-your-act": _("Only the party that did this, or the secretariat, can strike it."),
    "not-your-letters": _(
        "Only the party that did this, or the secretariat, can hold its letters or let them go."
    ),
    "not-your-check": _("This contact check was put to another party."),
    "not-your-contact": _("This point of contact is another party’s."),
    "not-your-proposal": _(
        "Only the party that made the proposal can withdraw it. You can take a position on it."
    ),
    "not-yours-to-open": _(
        "Only the party that did this, the chair of its body or the secretariat can open it to more readers."
    ),
    "not-the-chairs-to-open": _(
        "%(part)s is not the chair’s to open. The party that acted can open it."
    ),
    "party-not-consulted": _(
        "Your party was not among those asked when the silence was opened, so it cannot break it. "
        "You can speak to the chair."
    ),
    "observer-has-no-voice": _("An observer can be seated as an observer only."),
    # Who sees it
    "audience-not-allowed": _(
        "This cannot be shown to %(audience)s here. Choose one of these readers for it: %(allowed)s."
    ),
    "audience-of-nothing": _(
        "Readers are chosen for %(part)s, and this act says nothing there. What it says: %(parts)s."
    ),
    "hidden-from-those-bound": _(
        "This must be seen at least by %(least)s: whom an act binds sees that it was done, and what it does. "
        "Choose wider readers than %(audience)s."
    ),
    "nobody-named": _("You chose named parties as readers. Name at least one."),
    # What is only recorded
    "cannot-be-recorded": _(
        "This cannot be recorded from a source: it gives authority at this desk, or changes its record. "
        "Leave the source empty, and let somebody with the power do it."
    ),
    "done-here": _(
        "This was done here, by an act of its own. What is recorded from a source does not change it; "
        "whoever may can do it themselves."
    ),
    "runs-here": _(
        "This procedure runs at this desk. What happens in it is done here, in time, and not recorded from a source."
    ),
    # What was signed elsewhere
    "source-missing": _("What concerns another party is recorded from a source. Name the source."),
    "by-another": _("This was signed for another person than the one who sends it."),
    "other-log": _("This was signed for another record, %(log)s."),
    "checkpoint-unknown": _(
        "This was signed on a state of the record that never was. Fetch the newest and sign again."
    ),
    "key-not-registered": _(
        "The signature is by a key that is not registered for you or your party, or was revoked."
    ),
    "blob-twice": _(
        "This file stands in another field already. Send it once more to have it in both."
    ),
    "blob-unknown": _("The file has not arrived at the desk. Send it first, then this."),
    # The programme
    "already-established": _("The programme is established already. Its record begins once."),
    "host-acts-first": _(
        "The first person of the host must be the one who establishes the programme, for the host."
    ),
    "not-the-host": _("Only the host of the programme offers it to the next."),
    "offered-to-itself": _(
        "This party hosts the programme already. Name the one that is to run it next."
    ),
    "next-host-takes-no-part": _(
        "This party is only named in the record. Admit it as a party first."
    ),
    "practice-runs-nothing": _("This party is part of an exercise. It runs nothing outside it."),
    "next-host-is-absent": _(
        "This party takes no part now, and could not take the programme over."
    ),
    "officer-may-not-speak": _(
        "This person may not speak for that party. Give them a mandate first, or name somebody who may."
    ),
    "offer-ends-before-it-is-made": _(
        "This day is over. Name one on which it can still be taken up."
    ),
    "offer-not-open": _("This offer was taken up already, or another took its place."),
    "offer-has-lapsed": _(
        "The day until which this offer stood is over. The host may make it again."
    ),
    "offered-to-another": _("The programme was offered to another party."),
    "not-the-officer": _("Another person was named to take the programme over for this party."),
    "nothing-corrected": _("Say at least one fact as it should read."),
    "not-a-fact-of-it": _("This is no fact of the thing you name. Leave it empty."),
    "says-so-already": _("It reads so already. Leave empty what stays as it is."),
    "rests-on-nothing": _(
        "Name at least one claim that this rests on. Note it first, with its source."
    ),
    "claim-twice": _("The same claim stands here twice."),
    "objective-twice": _("The same objective stands here twice."),
    "symbol-taken": _("A paper with this symbol in this language is filed already."),
    "paper-empty": _("The paper is empty. Choose the file again."),
    "claim-incomplete": _("Each statement needs its words and its source."),
    "same-source-twice": _(
        "The same source stands here twice. A difference is between two sources."
    ),
    "no-difference": _("These sources say the same. There is no difference to note."),
    # Parties and people
    "programme-has-its-host": _(
        "The programme has its host. Admit this one as a party; the programme can then be offered to it."
    ),
    "runs-the-programme": _(
        "This party runs the programme, and nobody else could lift it again. The programme is handed over first."
    ),
    "already-absent": _("This party takes no part already."),
    "not-a-suspension": _(
        "This party withdrew or was succeeded. It comes back by being admitted anew."
    ),
    "already-lifted": _("This suspension was lifted already."),
    "already-succeeded": _("Another follows this party already. Name that one."),
    "successor-missing": _("Say who follows. Admit it first, or enter its name in the list."),
    "succeeds-itself": _("A party does not follow itself. If only its name changed, say renamed."),
    "successor-is-gone": _(
        "The party you name was itself succeeded. Name the one that follows it."
    ),
    "new-name-missing": _("Say the new name."),
    "same-name": _("This is its name already."),
    "renamed-is-the-same": _(
        "A party that is only renamed stays the same party. Leave this empty, or say who follows it."
    ),
    "name-of-another": _("The party that follows has its own name. Leave this empty."),
    "interest-of-another": _("Everybody declares their own interest, and steps aside for it."),
    "silence-runs": _(
        "A silence over this text runs, and whoever was asked stays asked. To let it pass, say nothing."
    ),
    "already-aside": _("Your party stands aside on this already."),
    "already-noted": _("This is noted already."),
    "power-needs-secretariat": _(
        "Only people of a secretariat or an archive can administer or record."
    ),
    "power-twice": _("The same power stands here twice."),
    "power-not-yours": _(
        "You cannot give the power to administer or to record. The secretariat can."
    ),
    "already-ended": _("This has ended already."),
    "changes-not-said": _("Say what changed, so that nobody must compare the two by hand."),
    "edition-of-nothing": _("Name the edition that this one revises, corrects or translates."),
    "edition-of-another-report": _("This edition is another report’s."),
    "in-the-same-language": _("The edition that it translates is in this language already."),
    "edition-superseded": _(
        "Another edition has taken its place already. Name the one that stands now."
    ),
    "terms-for-itself": _(
        "No body gives itself its terms of reference: name the one that made it."
    ),
    "not-the-latest-terms": _(
        "Name the version that stands now, so that everybody sees what changed. "
        "Where there is none yet, leave this empty."
    ),
    "not-theirs-to-change": _(
        "These terms of reference are not for this body to change. "
        "The version that stands says which may: name that one, or ask it."
    ),
    "ends-before-it-starts": _("The last day lies before the first."),
    "ends-without-a-start": _(
        "A last day needs a first day. Where only one date is known, enter it as attested."
    ),
    "key-of-whom": _("Say whose key it is: one person’s, one party’s, or the host’s."),
    "key-unsafe": _(
        "This key is not safe: not every program would agree on what it signed. Make a new one."
    ),
    "key-revoked": _("This key was revoked and cannot come back. Make a new one."),
    "key-known": _("This key is registered already."),
    "already-revoked": _("This key was revoked already, by act %(act)s."),
    "last-host-key": _(
        "This is the only key with which the host attests what it receives. Make and register the next one first."
    ),
    "host-key-not-kept": _(
        "The host’s next key is made on its own machine, with comity key rotate, so that it can sign with it."
    ),
    "seat-of-nobody": _("Say who takes the seat: a person, a party, or a person of a party."),
    "seat-undated": _("Say from when the seat is held, or on which date the source attests it."),
    "already-seated": _("This seat is taken by the same already."),
    # Meetings
    "party-twice": _("The same party stands here twice."),
    "meeting-not-begun": _("The meeting has not begun, so it cannot have come to anything yet."),
    "already-cancelled": _(
        "This meeting is cancelled. One that is held after all is convened anew."
    ),
    "meeting-begun": _("The meeting has begun or is over, so this can no longer be changed."),
    "guest-of-nobody": _("Say for which party this person would come."),
    "already-invited": _("This party is invited to this meeting already."),
    "answer-too-late": _("The meeting begins before this. Ask for the answer earlier."),
    "closed-to-them": _(
        "The meeting is closed: only parties that sit in its body can be invited. Seat the party first."
    ),
    "not-your-invitation": _("This invitation is to another party."),
    "more-names-than-people": _("More people are named than are said to come."),
    "places-taken": _("Too many for this invitation: it has room for %(left)s more."),
    "seats-taken": _(
        "Too many for the room: seats left for you, %(left)s. You may answer that you might come, "
        "and be told if one falls free."
    ),
    "not-among-them": _(
        "Nobody of this name was to come for you. Give the name as it stands in your answer."
    ),
    "comes-already": _("This person comes already."),
    "fewer-than-come": _(
        "Not enough seats for all who have said that they come: these are %(taken)s."
    ),
    "link-for-nobody": _("Say for which parties this is: nobody else will see it."),
    "no-such-symbol": _(
        "No paper with the symbol %(symbol)s is on file. File it first, or leave it out."
    ),
    "meeting-without-day": _(
        "The meeting has no day yet. Leave days and hours out, or move the meeting to a day first."
    ),
    "beyond-last-day": _(
        "Item %(item)s is on day %(day)s. The last day of the meeting is day %(days)s."
    ),
    "item-outside-meeting": _(
        "Item %(item)s would begin on %(begins)s. The meeting sits from %(opens)s to %(closes)s,"
        " on the clock of its place."
    ),
    "item-over-too-late": _(
        "Item %(item)s would be over on %(ends)s. The meeting sits from %(opens)s to %(closes)s,"
        " on the clock of its place."
    ),
    "hour-skipped": _(
        "Item %(item)s would begin on %(begins)s, which the clocks over there skip. Choose another hour."
    ),
    "item-before-above": _(
        "Item %(item)s would begin on %(begins)s, before the one above it, which begins on %(above)s."
    ),
    "begins-twice": _(
        "Item %(item)s says twice when it begins: at %(clock)s, and in words. Take one of them out."
    ),
    "nobody-told": _("Say how many were there, which parties, or who."),
    "fewer-than-named": _("More people or parties are named than are said to have been there."),
    "of-another-meeting": _("This outcome is another meeting’s."),
    "not-your-action": _("This was asked of another party."),
    "already-done": _("This is done already."),
    "not-moved": _("The meeting is held then and there already. Say what is to be otherwise."),
    # Texts
    "lists-differ": _(
        "There are %(expected)s paragraphs and %(found)s entries here. Each paragraph needs one."
    ),
    "paragraph-twice": _("Two paragraphs have the same short name."),
    "number-twice": _("Two paragraphs have the same number."),
    "text-adopted": _(
        "This text is adopted and can no longer be changed. You may enter a reservation or an explanation."
    ),
    "text-revised": _("A later revision of this text lies on the table. Please turn to that one."),
    "text-under-silence": _(
        "This text is under silence, so its words cannot be changed now. "
        "To object, break the silence before it expires."
    ),
    "not-of-this-body": _("This text lies before another body."),
    "not-of-this-text": _("This belongs to another text."),
    "not-of-this-party": _("This point of contact is another party’s."),
    "words-missing": _("Please give the words: nothing can stand in the text without them."),
    "words-not-needed": _("To leave a paragraph out needs no new words. Give your reason instead."),
    "proposals-collide": _(
        "Of the proposals you chose, some would have the same words otherwise, in paragraph %(numbers)s. "
        "Choose one there; the other is not lost."
    ),
    "not-what-was-accepted": _(
        "These are not the words that the accepted proposals come to. A revision changes no other word."
    ),
    "already-withdrawn": _("This proposal is withdrawn already."),
    "proposal-withdrawn": _(
        "This proposal was withdrawn, so there is nothing to take a position on."
    ),
    # Silences
    "nobody-has-a-voice": _(
        "No party has a voice in this body now, so there is nobody to ask. Seat its members first."
    ),
    "already-under-silence": _("This text is under silence already."),
    "silence-was-broken": _(
        "The silence on this text was broken. Issue a revision, and open a silence on that."
    ),
    "silence-has-held": _(
        "The silence on this text has expired without an objection. It is for you to declare what follows."
    ),
    "deadline-not-ahead": _("This time is past already. Choose a later one."),
    "notice-too-short": _(
        "Silence needs seventy-two hours, and this gives %(hours)s. "
        "Choose a later time, or say why it must be so short."
    ),
    "deadline-passed": (
        _("The silence has closed. It can no longer be extended."),
        _(
            "The silence closed %(seconds)s before this arrived. Your statement is kept. "
            "You may enter an explanation of position."
        ),
    ),
    "already-broken": _(
        "This silence is broken already: one objection is enough, and it has been made."
    ),
    "silence-not-running": _("This silence is not running any more."),
    "not-yet-expired": _("The time of this silence has not come."),
    "not-later": _(
        "The new time must be later than the one before. A time that was announced is never moved forward."
    ),
    "more-than-there-are": _("More notices lack a proof than were sent."),
    # Rounds
    "round-running": _("A round on this text is open already. Wait until it closes."),
    "asked-by-silence": _(
        "This text is under silence, or its silence has held: its parties were asked that way. "
        "Nobody is asked twice at once."
    ),
    "party-not-asked": _(
        "Your party was not among those asked when this was opened. You can take a position on the text."
    ),
    "answered-openly": _(
        "Your party has answered this round openly; the room would know whose an answer to the chair alone is. "
        "Answer openly again, or speak with the chair."
    ),
    "objection-says-nothing": _(
        "An objection gives its reason and says what would cure it, so that the chair can look for words. "
        "A concern need give neither."
    ),
    "round-over": _("This round is over. Your words are kept; you can still take a position."),
    "round-closed": _("This round is closed already."),
    "round-not-over": _("The time of this round has not come."),
    # Requests for comments
    "comment-of-another": _(
        "Only the secretariat enters what it received from others. Leave this empty to comment for your party."
    ),
    "consultation-closed": _("This request for comments is closed, and its response stands."),
    "comments-still-asked": _("Its last day has not passed: comments may still come."),
    "comments-not-answered": _(
        "Nothing closes while somebody has had no answer. Comments that wait for one: %(count)s."
    ),
    "comments-unread": _(
        "Comments that were stated by a form and wait for the secretariat: %(count)s. It enters each, or says why not,"
        " under Comments to look at; then this can be closed."
    ),
    "comments-unconfirmed": _(
        "Comments that were stated by a form in time and may still be confirmed by the link in a letter: %(count)s."
        " The last of these links ends on %(until)s; then this can be closed."
    ),
    # Ballots
    "ballot-running": _("This is being voted on already. Wait until that ballot closes."),
    "quorum-too-high": _(
        "The quorum is %(quorum)s, and only %(entitled)s are entitled to vote. It could never be met."
    ),
    "not-entitled": _(
        "Your party was not entitled to vote when this ballot opened. That is neither absence nor abstention."
    ),
    "already-voted": _(
        "Your party has voted. A vote is cast once; what was cast in error can be noted when the ballot is closed."
    ),
    "ballot-over": _("This ballot is over. You may explain where you stood."),
    "other-motion": _(
        "These are not the words that are voted on. Open the ballot’s page again and read the motion there."
    ),
    "ballot-closed": _("This ballot is closed already."),
    "votes-outstanding": _(
        "Before its time a ballot is closed only once everybody entitled has voted. Still to come: %(missing)s."
    ),
    "not-counted-yet": _("This ballot is still open: cast your vote in it."),
    "as-it-was-cast": _("This is how your party voted, so there is nothing to note."),
    "level-needs-ballot": _(
        "By vote, a text is adopted only where a ballot on the whole of it was carried. "
        "Begin from the ballot’s page, or choose another level."
    ),
    # Adoption and reservations
    "already-dissociated": _("Your party is dissociated from this paragraph already."),
    "silence-not-held": _(
        "The silence has not expired without objection; where it stands: %(status)s. Nothing can rest on it."
    ),
    "silence-running": _("A silence on this text is still running. Wait for its time."),
    "silence-not-named": _(
        "A silence on this text has expired without objection. Name it, so that the adoption is dated at its expiry."
    ),
    "level-needs-silence": _(
        "That no objection was received can only be said of a silence. Choose another level."
    ),
    # Norms, calls, reports and recommendations
    "package-of-one": _("A package takes two norms at least."),
    "norm-twice": _("The same norm stands here twice."),
    "number-taken": _("This number is taken already in the same document."),
    "relates-to-itself": _("A norm cannot be set beside itself. Choose another."),
    "already-related": _("These two norms are related already."),
    "not-yet": _("This date lies ahead. Enter it when the day has come."),
    # Carrying further
    "already-endorsed": _("Your party has endorsed this already."),
    "not-your-commitment": _(
        "This commitment is another party’s. What you know of it you can give as evidence."
    ),
    "nothing-told": _("Say what was done. A grade alone tells nobody anything."),
    "cycle-reported": _("This cycle is reported already. Strike that report first if it is wrong."),
    "cycle-without-year": _(
        "A cycle has its year, in four figures: 2026, or the first half of 2026. “Next” would be another one each year."
    ),
    "not-told-of-you": _(
        "A reply is by the party that the evidence tells of, where another told it. You can give evidence of your own."
    ),
    "names-oneself": _("You read what you flag. Name others."),
    "reader-twice": _("One person is named twice."),
    "not-of-the-circle": _("This is between others."),
    "not-the-circle": _(
        "What is said of a risk is for all who know of it, and for nobody else. Name the others, each once."
    ),
    "risk-settled": _("This risk is settled already. Who sees a new danger flags a new risk."),
    "reader-without-mandate": _(
        "One of those you name acts for no party now, and may never look. Name somebody who does."
    ),
    "door-of-another": _(
        "Something else is carried to this door. Choose a door for the same, or none."
    ),
    "draft-shown": _(
        "A draft is for those who act for your party. To show it to others, submit it, or report in public."
    ),
    "draft-of-another": _("This draft is on another commitment."),
    "draft-is-past": _("This draft was replaced or submitted already. Draft it anew."),
    "not-your-draft": _("This draft is another party’s."),
    "no-clearance-wanted": _("Your party wants no clearance of this draft: it can be submitted."),
    "cleared-already": _("This draft is cleared already."),
    "clears-own-draft": _(
        "You drafted this. Another person of your party, who may bind it, clears it."
    ),
    "not-cleared": _("A second person of your party has yet to clear this draft."),
    "not-as-drafted": _(
        "These are not the words of the draft. Draft it anew in them, and have that cleared."
    ),
    "submission-shown": _("What is submitted is read by the secretariat, and by nobody else."),
    "cycle-submitted": _(
        "Your party’s report on this cycle lies with the secretariat. Wait for its answer."
    ),
    "answered-already": _("This report was published or kept already."),
    "to-be-kept": _("Its party asked that this report be kept. It can be kept, and not published."),
    "not-as-submitted": _("A report is published in the words in which it was submitted."),
    "kept-from-others": _("That a report was kept is told to its party, and to nobody else."),
    "already-replied": _("Your party has replied to this already."),
    "not-your-endorsement": _("This endorsement is another party’s."),
    "endorsement-withdrawn": _("This endorsement is withdrawn already."),
    "reason-missing": _(
        "Say why, and who of the party asked for it: it is not your own endorsement."
    ),
    "passes-to-itself": _(
        "It is this party that stands behind it now. Name the one it has become."
    ),
    "already-past": _("This date is past already. Choose one that lies ahead."),
    "document-missing": _(
        "Documented means that others can read it. Give a link, or name what it follows from."
    ),
    "not-a-link": _("This is not a link. It begins with https:// or http://."),
    "target-named": _("This door is named already for the same words. Look there who will call."),
    "target-claimed": _(
        "Another party has said that it will call there. Speak with it, or wait until its time is over."
    ),
    "claim-too-long": _(
        "A door is kept for %(days)s days at most. Say a nearer day; you can say it again."
    ),
    "not-your-claim": _("Your party has not said that it will call there, or its time is over."),
    "before-it-begins": _("This measure begins later. Its first figure is its baseline."),
    "value-reported": _(
        "Your party has reported a figure for this date already. Strike it first if it is wrong."
    ),
    # Points of contact
    "cannot-be-reached": _("Give at least one way by which the contact can be reached."),
    "no-digit-in-it": _("A telephone number has digits. Give it with the code of its country."),
    "no-address": _("An e-mail address has an @ in it, as in duty@example.org."),
    "contact-replaced": _("This point of contact was replaced by another."),
    "already-answered": _("This contact check is answered already."),
    "answered-before-asked": _("An answer cannot be earlier than the question."),
    "verifies-its-own": _(
        "Your party nominated this contact. Somebody outside it verifies it; you can confirm that it still stands."
    ),
    "reports-its-own": _("This is your own party’s point of contact. Replace it, or confirm it."),
    "already-reported": _(
        "You reported this already, and its party has not yet looked after it. It has been told."
    ),
    # Rounds of contact checks
    "listed-twice": _("The same stands here twice."),
    "not-in-this-round": _("This round does not ask at that level, or by that channel."),
    "check-round-over": _("This round is over."),
    "round-runs": _("This round still runs. It is counted when its time has come."),
    "already-asked": _("This contact was asked by this channel in this round already."),
    # Requests for assistance
    "asks-itself": _("A request goes to another party. Within your own, no form is needed."),
    "escalates-to-itself": _(
        "This contact is the one that is asked. Escalation goes to another contact of the same party, or to nobody."
    ),
    "answers-before-it-hears": _("The answer cannot be due before the request is acknowledged."),
    "wider-than-its-mark": _(
        "%(mark)s does not allow this to be shown to %(audience)s. Choose narrower readers, or another mark."
    ),
    "not-your-request": _("This request was put to another party."),
    "already-acknowledged": _(
        "This request is acknowledged already. What is still owed is its answer."
    ),
    "request-answered": _("This request is answered already."),
    "already-escalated": _("This request is escalated already."),
    "not-yet-due": _("The time by which this request is to be acknowledged has not come."),
    # Opening, striking, erasing
    "part-twice": _("The same part stands here twice."),
    "part-erased": _("%(part)s was erased, so there is nothing to open."),
    "does-not-widen": _(
        "%(part)s is seen by these readers already, or by others who would lose sight of it. Only more can be let in."
    ),
    "attribution-protects-it": _(
        "%(part)s would tell who acted in a room whose rule of attribution protects it."
    ),
    "cannot-be-struck": _("This act cannot be struck: what it did cannot be undone."),
    # Letters
    "body-or-list": _("A circular goes to a body or to a list of parties. Choose one of them."),
    "sent-to-nobody": _(
        "Nobody would get this. Choose a body in which a party holds a seat now, or name the parties."
    ),
    "not-sent-to-you": _("This circular was not sent to your party."),
    "replied-already": _("Your party has answered this circular already."),
    "sends-no-letters": _("This act sends no letters, so there are none to hold."),
    "held-already": _("These letters were held already."),
    "letters-left": _(
        "The minute is over, so some of these letters may have left. "
        "What was done in error can be struck; a further circular can say so."
    ),
    "not-held": _("These letters are not held."),
    "already-struck": _("This act is struck already."),
    "others-rest-on-it": _(
        "Later acts rest on this one: %(acts)s. Strike those first, the latest first."
    ),
    "digest-twice": _("The same digest stands here twice."),
    "not-erasable": _(
        "Dates, identifiers and decisions are never erased; only words, names and contact details are."
    ),
    "already-erased": _("These words are erased already."),
}
