using Pionir.Domain.Trainings;
using static Pionir.Domain.Tests.Trainings.TrainingScene;

namespace Pionir.Domain.Tests.Trainings;

public sealed class TrainingDocumentTests
{
    [Fact]
    public void Add_TheSameFileTwiceAsTheSameKind_IsRefused()
    {
        var training = New();
        training.AddDocument(DocumentKind.Tor, null, File(), Officer, Now);

        training.AddDocument(DocumentKind.Tor, null, File(), Officer, Now).ShouldBeRefused("document.twice");
        training.AddDocument(DocumentKind.Memo, null, File(), Officer, Now).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Remove_TheLastOneThatAMoveReliedOn_IsRefused()
    {
        var training = New();
        var tor = training.AddDocument(DocumentKind.Tor, null, File(), Officer, Now).Value;
        training.Submit(Required, Officer, Now);
        training.Approve(Head, Now);

        training.RemoveDocument(tor.Id, Required).ShouldBeRefused("document.in_use");
        training.AddDocument(DocumentKind.Tor, null, File("b"), Officer, Now);

        training.RemoveDocument(tor.Id, Required).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Remove_FromADraft_NeedsNothing()
    {
        var training = New();
        var tor = training.AddDocument(DocumentKind.Tor, null, File(), Officer, Now).Value;

        training.RemoveDocument(tor.Id, Required).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Add_ToACancelledTraining_IsRefused() =>
        InState(TrainingState.Cancelled)
            .AddDocument(DocumentKind.Memo, null, File(), Officer, Now)
            .ShouldBeRefused("training.not_editable");
}
