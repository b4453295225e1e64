using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>
/// What was spent has a deadline and reminders of its own. Results, JP and certificates never wait for it, and it may
/// be reported when the training is closed long since.
/// </summary>
public sealed partial class Training
{
    /// <summary>From so many days before the deadline on somebody is reminded, and again after as many.</summary>
    public const int BudgetReminderDays = 7;

    public string? BudgetNote { get; private set; }
    public DateTimeOffset? BudgetReportedAt { get; private set; }
    public DateTimeOffset? BudgetRemindedAt { get; private set; }

    public bool AcceptsBudgetReport =>
        BudgetCeiling is not null
        && State is TrainingState.Running or TrainingState.Completed or TrainingState.Closed or TrainingState.Cancelled;

    /// <summary>None without a budget.</summary>
    public DateOnly? BudgetDue(int reportDays) => BudgetCeiling is null ? null : End.AddDays(reportDays);

    public Result ReportBudget(decimal realisation, string? note, DateTimeOffset now)
    {
        if (!AcceptsBudgetReport)
            return TrainingErrors.BudgetNotReportable(State);
        if (realisation < 0)
            return TrainingErrors.RealisationNegative();
        if (realisation > BudgetCeiling && string.IsNullOrWhiteSpace(note))
            return TrainingErrors.RealisationOverCeiling(BudgetCeiling.Value);
        BudgetRealisation = realisation;
        BudgetNote = Clean(note);
        BudgetReportedAt = now;
        Revision++;
        return Result.Success();
    }

    /// <returns>Whether a reminder is due; asked again at once it is not.</returns>
    public bool RemindOfBudget(int reportDays, DateTimeOffset now)
    {
        if (BudgetRealisation is not null || BudgetDue(reportDays) is not { } due)
            return false;
        if (DayOf(now) < due.AddDays(-BudgetReminderDays) || BudgetRemindedAt > now.AddDays(-BudgetReminderDays))
            return false;
        BudgetRemindedAt = now;
        return true;
    }
}
