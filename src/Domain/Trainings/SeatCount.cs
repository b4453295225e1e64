namespace Pionir.Domain.Trainings;

/// <summary>The places of one training, read while its row is locked.</summary>
/// <param name="Taken">Confirmed and further.</param>
/// <param name="Held">Asked and not yet answered: invitations and reserve offers.</param>
/// <param name="LastRank">Highest rank on the reserve list.</param>
public sealed record SeatCount(int Quota, int Taken, int Held, int LastRank)
{
    /// <summary>Places that may still be offered to somebody.</summary>
    public int Free => Math.Max(0, Quota - Taken - Held);

    /// <summary>Whether this person may sit down now: those who hold a place by invitation come before others.</summary>
    public bool MaySit(bool holdsPlace) => Taken < Quota && (holdsPlace || Free > 0);
}
