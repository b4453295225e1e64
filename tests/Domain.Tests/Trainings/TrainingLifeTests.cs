using Pionir.Domain.Common;
using Pionir.Domain.Trainings;
using static Pionir.Domain.Tests.Trainings.TrainingScene;

namespace Pionir.Domain.Tests.Trainings;

public sealed class TrainingLifeTests
{
    public static TheoryData<TrainingState, TrainingMove> IllegalMoves =>
        new(
            from state in Enum.GetValues<TrainingState>()
            where state is not (TrainingState.Completed or TrainingState.Closed)
            from move in Enum.GetValues<TrainingMove>()
            where move is not (TrainingMove.Complete or TrainingMove.Reopen)
            where !TrainingLife.Allows(state, move)
            select (state, move)
        );

    [Fact]
    public void Life_FromDraftToRunning_KeepsWhoWhatAndWhen()
    {
        var training = InState(TrainingState.Running);

        training
            .Transitions.Select(transition => transition.Move)
            .ShouldBe([TrainingMove.Submit, TrainingMove.Approve, TrainingMove.Open, TrainingMove.Start]);
        var approval = training.Transitions[1];
        approval.ByName.ShouldBe("Kepala Pusat");
        approval.At.ShouldBe(Now);
        (approval.From, approval.To).ShouldBe((TrainingState.Submitted, TrainingState.Approved));
    }

    [Theory]
    [MemberData(nameof(IllegalMoves))]
    public void Move_ThatTheStateDoesNotAllow_IsRefusedAndNamesTheStatesThatDo(TrainingState state, TrainingMove move)
    {
        var training = InState(state);

        var refused = Make(training, move);

        refused.ShouldBeRefused("training.illegal_move");
        refused.Error.Arguments["allowed"].ShouldBe(TrainingLife.SourcesOf(move));
        training.State.ShouldBe(state);
    }

    [Fact]
    public void Approve_OwnSubmission_IsRefused() =>
        InState(TrainingState.Submitted).Approve(Officer, Now).ShouldBeRefused("training.own_submission");

    [Fact]
    public void Return_OwnSubmission_IsRefused() =>
        InState(TrainingState.Submitted).Return("Salah", Officer, Now).ShouldBeRefused("training.own_submission");

    [Fact]
    public void Return_WithoutNotes_IsRefused() =>
        InState(TrainingState.Submitted).Return(" ", Head, Now).ShouldBeRefused("training.notes_missing");

    [Fact]
    public void Returned_IsEditedAndSubmittedAgain_AndTheNewSubmitterMayNotApprove()
    {
        var training = InState(TrainingState.Returned);

        training.Update(Plan with { Quota = 40 }).IsSuccess.ShouldBeTrue();
        training.Submit(DocumentRequirements.None, Head, Now).IsSuccess.ShouldBeTrue();

        training.Approve(Head, Now).ShouldBeRefused("training.own_submission");
        training.Approve(Officer, Now).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Submit_WithoutRequiredDocument_NamesWhatIsMissing()
    {
        var refused = New().Submit(Required, Officer, Now);

        refused.ShouldBeRefused("training.documents_missing");
        refused.Error.Arguments["kinds"].ShouldBe(new[] { DocumentKind.Tor });
    }

    [Fact]
    public void Run_NeedsTheAssignmentLetter()
    {
        var training = InState(TrainingState.Open);

        training.Run(Required, First, Actor.System, Now).ShouldBeRefused("training.documents_missing");
        training.AddDocument(DocumentKind.AssignmentLetter, "SP-1", File(), Officer, Now);

        training.Run(Required, First, Actor.System, Now).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Run_BeforeTheFirstDay_IsRefused() =>
        InState(TrainingState.Open)
            .Run(DocumentRequirements.None, First.AddDays(-1), Officer, Now)
            .ShouldBeRefused("training.not_started_yet");

    [Fact]
    public void Open_WithoutSessionsOrProgrammeJp_IsRefused() =>
        InState(TrainingState.Approved)
            .Open(DocumentRequirements.None, Officer, Now)
            .ShouldBeRefused("training.jp_missing");

    [Fact]
    public void Cancel_WithoutReason_IsRefused() =>
        New().Cancel("", Officer, Now).ShouldBeRefused("training.reason_missing");

    private static Result Make(Training training, TrainingMove move) =>
        move switch
        {
            TrainingMove.Submit => training.Submit(DocumentRequirements.None, Officer, Now),
            TrainingMove.Return => training.Return("Catatan", Head, Now),
            TrainingMove.Approve => training.Approve(Head, Now),
            TrainingMove.Open => training.Open(DocumentRequirements.None, Officer, Now),
            TrainingMove.Start => training.Run(DocumentRequirements.None, First, Officer, Now),
            TrainingMove.Close => training.Close(DocumentRequirements.None, Officer, Now),
            _ => training.Cancel("Alasan", Officer, Now),
        };
}
