using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>Refusals of planning; those of participants and completion stand beside it.</summary>
public static partial class TrainingErrors
{
    public static Error NotFound() => Error.NotFound("training.not_found");

    /// <summary>Two people drew the same code at once; drawing again gives the next.</summary>
    public static Error CodeTaken() => Error.Conflict("training.code_taken");

    public static Error CodePatternWithoutSequence(string pattern) =>
        Error.Rule("training.code_pattern_without_sequence", ("pattern", pattern));

    public static Error UnitOutOfScope() => Error.Invalid("training.unit_out_of_scope", "unitId");

    public static Error FormUnknown(string form) => Error.Invalid("training.form_unknown", "form", ("form", form));

    public static Error WorkingGroupUnknown(string group) =>
        Error.Invalid("training.working_group_unknown", "workingGroup", ("group", group));

    public static Error CountryUnknown(string country) =>
        Error.Invalid("training.country_unknown", "country", ("country", country));

    public static Error JobFamilyUnknown(string family) =>
        Error.Invalid("training.job_family_unknown", "targetJobFamilies", ("family", family));

    public static Error CompetencyUnknown(string competency, int level) =>
        Error.Invalid("training.competency_unknown", "competencies", ("competency", competency), ("level", level));

    public static Error TitleMissing() => Error.Invalid("training.title_missing", "title");

    public static Error YearOutsideDates(int year, DateOnly start, DateOnly end) =>
        Error.Invalid("training.year_outside_dates", "year", ("year", year), ("start", start), ("end", end));

    public static Error QuotaOutOfRange(int quota) =>
        Error.Invalid("training.quota_out_of_range", "quota", ("quota", quota), ("maximum", Training.QuotaMaximum));

    public static Error ReserveOutOfRange(int places) =>
        Error.Invalid(
            "training.reserve_out_of_range",
            "reservePlaces",
            ("places", places),
            ("maximum", Training.QuotaMaximum)
        );

    public static Error QuotaBelowSeatsTaken(int quota, int taken, int asked) =>
        Error.Rule("training.quota_below_seats_taken", ("quota", quota), ("taken", taken), ("asked", asked)) with
        {
            Field = "quota",
        };

    public static Error ReserveBelowWaiting(int places, int waiting) =>
        Error.Rule("training.reserve_below_waiting", ("places", places), ("waiting", waiting)) with
        {
            Field = "reservePlaces",
        };

    public static Error ProgrammeJpOutOfRange(int jp) =>
        Error.Invalid("training.programme_jp_out_of_range", "programmeJp", ("jp", jp), ("maximum", Training.JpMaximum));

    public static Error ProgrammeJpNeedsReason() =>
        Error.Invalid("training.programme_jp_needs_reason", "programmeJpReason");

    public static Error TimeZoneUnknown(string zone) =>
        Error.Invalid("training.time_zone_unknown", "timeZone", ("zone", zone));

    public static Error CompetencyTwice() => Error.Invalid("training.competency_twice", "competencies");

    public static Error BudgetNotReportable(TrainingState state) =>
        Error.Rule("training.budget_not_reportable", ("state", state));

    public static Error RealisationNegative() => Error.Invalid("training.realisation_negative", "realisation");

    public static Error RealisationOverCeiling(decimal ceiling) =>
        Error.Invalid("training.realisation_over_ceiling", "note", ("ceiling", ceiling));

    public static Error NotEditable(TrainingState state) => Error.Rule("training.not_editable", ("state", state));

    public static Error FieldLocked(string field, TrainingState state) =>
        Error.Rule("training.field_locked", ("field", field), ("state", state)) with
        {
            Field = field,
        };

    /// <summary>Names the rule: the move, the state it is in, and the states it may start from.</summary>
    public static Error IllegalMove(TrainingMove move, TrainingState state) =>
        Error.Conflict(
            "training.illegal_move",
            ("move", move),
            ("state", state),
            ("allowed", TrainingLife.SourcesOf(move))
        );

    public static Error DocumentsMissing(TrainingMove move, IReadOnlyList<DocumentKind> kinds) =>
        Error.Rule("training.documents_missing", ("move", move), ("kinds", kinds));

    public static Error OwnSubmission() => Error.Rule("training.own_submission");

    public static Error RevisionNotPossible(TrainingState state) =>
        Error.Rule("training.revision_not_possible", ("state", state));

    public static Error RevisionWaits() => Error.Conflict("training.revision_waits");

    public static Error RevisionWithoutChange() => Error.Invalid("training.revision_without_change", "programmeJp");

    /// <summary>Nothing waits: somebody else decided, or nothing was proposed.</summary>
    public static Error RevisionNotFound() => Error.Conflict("training.revision_not_found");

    public static Error NotesMissing() => Error.Invalid("training.notes_missing", "notes");

    public static Error ReasonMissing() => Error.Invalid("training.reason_missing", "reason");

    public static Error JpMissing() => Error.Rule("training.jp_missing");

    public static Error NotStartedYet(DateOnly start) => Error.Rule("training.not_started_yet", ("start", start));

    public static Error SessionsOutsideDates(int count, DateOnly start, DateOnly end) =>
        Error.Rule("training.sessions_outside_dates", ("count", count), ("start", start), ("end", end)) with
        {
            Field = "end",
        };

    public static Error SessionNotFound() => Error.NotFound("session.not_found");

    public static Error SessionSubjectMissing() => Error.Invalid("session.subject_missing", "subject");

    public static Error SessionEndBeforeStart(TimeOnly start, TimeOnly end) =>
        Error.Invalid("session.end_before_start", "end", ("start", start), ("end", end));

    public static Error SessionOutsideDates(DateOnly date, DateOnly start, DateOnly end) =>
        Error.Invalid("session.outside_training", "date", ("date", date), ("start", start), ("end", end));

    public static Error SessionOverlaps(Session other) =>
        Error.Conflict(
            "session.overlaps",
            ("subject", other.Subject),
            ("date", other.Date),
            ("start", other.Start),
            ("end", other.End)
        ) with
        {
            Field = "start",
        };

    /// <summary>Somebody else put a session there at the same moment.</summary>
    public static Error SessionOverlapsAnother() => Error.Conflict("session.overlaps_another");

    public static Error TooManySessions(int maximum) => Error.Rule("session.too_many", ("maximum", maximum));

    public static Error TooManyInstructors(int maximum) =>
        Error.Invalid("session.too_many_instructors", "instructors", ("maximum", maximum));

    public static Error InstructorUnknown() => Error.Invalid("session.instructor_unknown", "instructors");

    public static Error InstructorNameMissing() => Error.Invalid("session.instructor_name_missing", "instructors");

    public static Error DocumentNotFound() => Error.NotFound("document.not_found");

    public static Error DocumentTwice(string name) => Error.Conflict("document.twice", ("name", name));

    public static Error DocumentInUse(DocumentKind kind, TrainingState state) =>
        Error.Rule("document.in_use", ("kind", kind), ("state", state));

    public static Error TooManyDocuments(int maximum) => Error.Rule("document.too_many", ("maximum", maximum));
}
