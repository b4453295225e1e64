using Pionir.Application.Common.Access;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>What the caller may do with this training now; buttons follow these, not roles.</summary>
public sealed record TrainingAbilities(
    bool CanEdit,
    bool CanSubmit,
    bool CanReturn,
    bool CanApprove,
    bool CanOpen,
    bool CanStart,
    bool CanComplete,
    bool CanReopen,
    bool CanClose,
    bool CanCancel,
    bool CanCopy,
    bool CanEditSessions,
    bool CanEditDocuments,
    bool CanManageParticipants,
    bool CanRecordAttendance,
    bool CanReportBudget,
    bool CanProposeRevision,
    bool CanDecideRevision,
    bool CanSeeInside
)
{
    internal static TrainingAbilities Of(Training training, ICurrentUser user, DateTimeOffset now)
    {
        var plans = Holds(Permission.TrainingsPlan);
        var approves = Holds(Permission.TrainingsApprove);
        var runs = Holds(Permission.TrainingsRun);
        var decides = approves && training.SubmittedBy != user.UserId;
        return new TrainingAbilities(
            CanEdit: plans && training.IsPlanEditable,
            CanSubmit: plans && Allows(TrainingMove.Submit),
            CanReturn: decides && Allows(TrainingMove.Return),
            CanApprove: decides && Allows(TrainingMove.Approve),
            CanOpen: plans && Allows(TrainingMove.Open),
            CanStart: runs && Allows(TrainingMove.Start) && training.DayOf(now) >= training.Start,
            CanComplete: runs && Allows(TrainingMove.Complete) && training.DayOf(now) >= training.OverFrom,
            CanReopen: runs && Allows(TrainingMove.Reopen),
            CanClose: runs && Allows(TrainingMove.Close),
            CanCancel: (plans || approves) && Allows(TrainingMove.Cancel),
            CanCopy: plans,
            CanEditSessions: (plans || runs) && training.AreSessionsEditable,
            CanEditDocuments: (plans || runs) && training.AreDocumentsEditable,
            CanManageParticipants: Holds(Permission.ParticipantsManage) && training.AcceptsParticipants,
            CanRecordAttendance: Holds(Permission.AttendanceRecord) && training.AcceptsParticipants,
            CanReportBudget: (plans || runs) && training.AcceptsBudgetReport,
            CanProposeRevision: plans && training.AcceptsRevisions && training.WaitingRevision is null,
            CanDecideRevision: approves && training.WaitingRevision is { } waiting && waiting.ProposedBy != user.UserId,
            CanSeeInside: user.SeesInside(training.UnitId)
        );

        bool Holds(Permission permission) => user.ScopeOf(permission).Contains(training.UnitId);
        bool Allows(TrainingMove move) => TrainingLife.Allows(training.State, move);
    }
}
