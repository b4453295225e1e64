using System.Security.Cryptography;
using System.Text;
using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public readonly record struct CheckInWindowId(Guid Value) : ITypedId<CheckInWindowId>
{
    public static CheckInWindowId From(Guid value) => new(value);

    public static CheckInWindowId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// The time in which people of a session may check in by themselves with the code shown in class. The code changes
/// every half minute, so that a photo sent home is soon worthless; only the server's clock counts.
/// </summary>
public sealed class CheckInWindow : Entity<CheckInWindowId>
{
    public const int MinimumMinutes = 1;
    public const int MaximumMinutes = 240;
    public const int CodeLength = 6;

    /// <summary>A code is good in its own half minute and the next: typing takes time.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    // Without 0/O, 1/I/L: read aloud and typed by people. 31 letters, six of them: 887 million codes.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private CheckInWindow() { }

    public TrainingId TrainingId { get; private set; }
    public SessionId SessionId { get; private set; }
    public byte[] Secret { get; private set; } = [];
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }
    public Guid OpenedBy { get; private set; }

    public static Result<CheckInWindow> Open(
        TrainingId training,
        SessionTime session,
        int minutes,
        Guid by,
        DateTimeOffset now
    )
    {
        if (minutes is < MinimumMinutes or > MaximumMinutes)
            return CheckInErrors.MinutesOutOfRange();
        if (now < session.StartsAt)
            return AttendanceErrors.BeforeStart(session);
        return new CheckInWindow
        {
            Id = CheckInWindowId.New(),
            TrainingId = training,
            SessionId = session.Id,
            Secret = RandomNumberGenerator.GetBytes(32),
            OpenedAt = now,
            ClosesAt = now.AddMinutes(minutes),
            OpenedBy = by,
        };
    }

    public bool IsOpen(DateTimeOffset now) => OpenedAt <= now && now < ClosesAt;

    public void Close(DateTimeOffset now)
    {
        if (now < ClosesAt)
            ClosesAt = now;
    }

    public string CodeAt(DateTimeOffset now) => Code(StepOf(now));

    /// <summary>When the code shown now gives way to the next.</summary>
    public static DateTimeOffset NextCodeAt(DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeSeconds((StepOf(now) + 1) * (long)Step.TotalSeconds);

    public Result Check(string code, DateTimeOffset now)
    {
        if (!IsOpen(now))
            return CheckInErrors.Closed();
        var typed = Encoding.ASCII.GetBytes(Normalise(code));
        var step = StepOf(now);
        return Same(typed, Code(step)) || Same(typed, Code(step - 1)) ? Result.Success() : CheckInErrors.WrongCode();
    }

    private static bool Same(byte[] typed, string code) =>
        CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(code));

    private static string Normalise(string code) =>
        new([.. code.ToUpperInvariant().Where(Alphabet.Contains).Take(CodeLength + 1)]);

    private static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    private string Code(long step)
    {
        var hash = HMACSHA256.HashData(Secret, BitConverter.GetBytes(step));
        var number = BitConverter.ToUInt64(hash);
        return string.Create(
            CodeLength,
            number,
            (text, rest) =>
            {
                for (var i = 0; i < text.Length; i++, rest /= (ulong)Alphabet.Length)
                    text[i] = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
            }
        );
    }
}
