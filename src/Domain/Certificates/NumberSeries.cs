using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Certificates;

/// <summary>
/// The numbers of one kind, unit and year. They are given one after the other, never twice; the row is locked while
/// a transaction takes from it, so that an unfinished transaction leaves no gap.
/// </summary>
public sealed class NumberSeries : AggregateRoot<NumberSeriesId>
{
    public const int YearMinimum = 2000;
    public const int YearMaximum = 2999;

    /// <summary>Taken at once by hand, when numbers are declared void.</summary>
    public const int VoidAtOnceMaximum = 500;

    private NumberSeries() { }

    public CertificateKind Kind { get; private init; }

    /// <summary>Null: the whole institution.</summary>
    public UnitId? UnitId { get; private init; }

    /// <summary>What <c>{unit}</c> prints.</summary>
    public string UnitCode { get; private set; } = "";

    public int Year { get; private init; }

    public string Pattern { get; private set; } = "";

    /// <summary>Where the count begins; earlier numbers were given on paper before.</summary>
    public int First { get; private init; }

    /// <summary>The last number given; one before the first when none was.</summary>
    public int Last { get; private set; }

    /// <summary>Numbers given so far; each of them has to be accounted for.</summary>
    public int Taken => Last - First + 1;

    public static Result<NumberSeries> Create(
        CertificateKind kind,
        UnitId? unit,
        string unitCode,
        int year,
        string pattern,
        int startAt = 1
    )
    {
        if (year is < YearMinimum or > YearMaximum)
            return NumberSeriesErrors.YearOutOfRange(YearMinimum, YearMaximum);
        if (startAt < 1)
            return NumberSeriesErrors.StartInvalid();
        var series = new NumberSeries
        {
            Id = NumberSeriesId.New(),
            Kind = kind,
            UnitId = unit,
            Year = year,
            First = startAt,
            Last = startAt - 1,
        };
        var changed = series.ChangePattern(pattern, unitCode);
        return changed.IsSuccess ? series : changed.Error;
    }

    /// <summary>Holds from the next number on; numbers given before keep their form.</summary>
    public Result ChangePattern(string pattern, string unitCode)
    {
        var parsed = CertificateNumberPattern.Parse(pattern);
        if (!parsed.IsSuccess)
            return parsed.Error;
        // A unit with its own count shares the institution's numbers unless its code stands in them.
        if (parsed.Value.NamesUnit && string.IsNullOrWhiteSpace(unitCode))
            return NumberPatternErrors.UnitMissing();
        Pattern = parsed.Value.Text;
        UnitCode = unitCode.Trim();
        return Result.Success();
    }

    /// <summary>How its numbers are written, month by month.</summary>
    /// <param name="centreCode">What <c>{centre}</c> prints.</param>
    public IReadOnlyList<NumberShape> Shapes(string centreCode)
    {
        var pattern = CertificateNumberPattern.Parse(Pattern).Value;
        return
        [
            .. Enumerable
                .Range(1, 12)
                .Select(month => pattern.Shape(new DateOnly(Year, month, 1), UnitCode, centreCode))
                .Distinct(),
        ];
    }

    /// <summary>Whether a number of the one could read like a number of the other, in any month of their years.</summary>
    public bool CollidesWith(NumberSeries other, string centreCode)
    {
        var theirs = other.Shapes(centreCode);
        return Shapes(centreCode).Any(shape => theirs.Any(shape.Meets));
    }

    /// <summary>The series of a later year, as it will be made from this one unless somebody makes another.</summary>
    public NumberSeries InYear(int year) => Create(Kind, UnitId, UnitCode, year, Pattern).Value;

    /// <summary>Takes the next numbers. The caller holds the lock on the row.</summary>
    /// <param name="centreCode">What <c>{centre}</c> prints.</param>
    public NumberRange Take(int count, DateOnly issuedOn, string centreCode)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var first = Last + 1;
        Last = checked(Last + count);
        var pattern = CertificateNumberPattern.Parse(Pattern).Value;
        return new NumberRange(
            first,
            [.. Enumerable.Range(first, count).Select(at => pattern.Format(at, issuedOn, UnitCode, centreCode))]
        );
    }
}

/// <summary>Numbers that were taken together, in order.</summary>
public sealed record NumberRange(int First, IReadOnlyList<string> Numbers);

/// <summary>A number that was taken and will never stand on a certificate.</summary>
public sealed class VoidNumber : Entity<VoidNumberId>
{
    public const int ReasonMinimum = 10;
    public const int ReasonMaximum = 1000;

    private VoidNumber() { }

    public NumberSeriesId SeriesId { get; private init; }
    public int Sequence { get; private init; }
    public string Number { get; private init; } = "";
    public string Reason { get; private init; } = "";
    public Guid VoidedBy { get; private init; }
    public DateTimeOffset VoidedAt { get; private init; }

    public static IReadOnlyList<VoidNumber> From(
        NumberSeriesId series,
        NumberRange range,
        string reason,
        Guid by,
        DateTimeOffset now
    ) =>
        [
            .. range.Numbers.Select(
                (number, at) =>
                    new VoidNumber
                    {
                        Id = VoidNumberId.New(),
                        SeriesId = series,
                        Sequence = range.First + at,
                        Number = number,
                        Reason = reason.Trim(),
                        VoidedBy = by,
                        VoidedAt = now,
                    }
            ),
        ];
}
