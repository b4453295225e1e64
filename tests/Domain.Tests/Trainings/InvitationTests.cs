using Pionir.Domain.Trainings;

namespace Pionir.Domain.Tests.Trainings;

public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = ParticipantTests.Now;

    private static Invitation Sent() =>
        Invitation.Send(ParticipantTests.Nominated(), InvitationKind.ReserveOffer, Now, Now.AddHours(24)).Invitation;

    [Fact]
    public void Link_KeepsOnlyTheHashOfItsSecret()
    {
        var (invitation, token) = Invitation.Send(
            ParticipantTests.Nominated(),
            InvitationKind.Invitation,
            Now,
            Now.AddDays(7)
        );

        token.Length.ShouldBe(LinkSecret.Length);
        invitation.TokenHash.ShouldBe(LinkSecret.Hash(token));
    }

    [Fact]
    public void Link_WorksOnce()
    {
        var invitation = Sent();
        invitation.Close(InvitationAnswer.Confirmed, Now).IsSuccess.ShouldBeTrue();
        invitation.Close(InvitationAnswer.Declined, Now).Error.Code.ShouldBe("invitation.used");
    }

    [Fact]
    public void Link_AfterItsDeadline_IsExpired() =>
        Sent().CheckUsable(Now.AddHours(24)).Error.Code.ShouldBe("invitation.expired");

    [Fact]
    public void Link_OfAWithdrawnPerson_IsCancelled()
    {
        var invitation = Sent();
        invitation.Close(InvitationAnswer.Cancelled, Now);
        invitation.CheckUsable(Now).Error.Code.ShouldBe("invitation.cancelled");
    }

    [Theory]
    [InlineData(10, 9, 0, true, true)]
    [InlineData(10, 9, 1, false, false)]
    [InlineData(10, 9, 1, true, true)]
    [InlineData(10, 10, 0, true, false)]
    public void Seat_GoesFirstToThoseWhoHoldAPlace(int quota, int taken, int held, bool holds, bool may) =>
        new SeatCount(quota, taken, held, 0).MaySit(holds).ShouldBe(may);
}
