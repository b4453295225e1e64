using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

public readonly record struct ReferenceItemId(Guid Value) : ITypedId<ReferenceItemId>
{
    public static ReferenceItemId From(Guid value) => new(value);

    public static ReferenceItemId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// One row of a reference table for the days on which it holds. What changes from a day on becomes a new item with
/// the same code; what was wrong is corrected in place. Either way every revision is kept, so that what was
/// calculated with an older one can still be explained.
/// </summary>
public sealed partial class ReferenceItem : AggregateRoot<ReferenceItemId>
{
    public const int CodeMaximum = 80;
    public const int NameMaximum = 200;
    public const int CitationMaximum = 300;
    public const int PositionMaximum = 100_000;

    private readonly List<ReferenceRevision> revisions = [];

    private ReferenceItem() { }

    public ReferenceKind Kind { get; private set; }
    public string Code { get; private set; } = "";
    public LocalText Name { get; private set; } = new("", "");
    public ReferenceValues Values { get; private set; } = ReferenceValues.None;
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day, included; none while it holds until further notice.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The regulation and article, or the decision, that it rests on.</summary>
    public string? Citation { get; private set; }

    /// <summary>Whether an official has compared it with the source. Unconfirmed is shown as such wherever it counts.</summary>
    public bool Confirmed { get; private set; }
    public int Position { get; private set; }

    /// <summary>1 when made, one more with each correction.</summary>
    public int Revision { get; private set; }
    public IReadOnlyList<ReferenceRevision> Revisions => revisions;

    public static Result<ReferenceItem> Create(ReferenceKind kind, string code, ReferenceContent content, Author author)
    {
        List<Error> broken = [.. content.Check()];
        if (!CodeShape().IsMatch(code) || code.Length > CodeMaximum)
            broken.Add(ReferenceItemErrors.CodeInvalid(code));
        else if (ReferenceShape.CodesOf(kind) is { } codes && !codes.Contains(code))
            broken.Add(ReferenceItemErrors.CodeNotOffered(code, codes));
        if (broken.Count > 0)
            return Result<ReferenceItem>.Failure(broken);
        var item = new ReferenceItem
        {
            Id = ReferenceItemId.New(),
            Kind = kind,
            Code = code,
        };
        item.Apply(content, author);
        return item;
    }

    /// <summary>Corrects the item for all its days. Done without a trace when nothing differs.</summary>
    public Result Correct(ReferenceContent content, Author author)
    {
        var broken = content.Check();
        if (broken.Count > 0)
            return Result.Failure(broken);
        if (content != Content())
            Apply(content, author);
        return Result.Success();
    }

    /// <summary>Lets the item end; it stays readable for the days on which it held.</summary>
    public Result Retire(DateOnly lastDay, Author author)
    {
        if (ValidTo is { } end && end <= lastDay)
            return ReferenceItemErrors.AlreadyEnded(end);
        if (lastDay < ValidFrom)
            return ReferenceItemErrors.RetireBeforeStart(ValidFrom);
        Apply(Content() with { ValidTo = lastDay }, author);
        return Result.Success();
    }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>Whether both hold on some same day.</summary>
    public bool Overlaps(ReferenceItem other) =>
        ValidFrom <= (other.ValidTo ?? DateOnly.MaxValue) && other.ValidFrom <= (ValidTo ?? DateOnly.MaxValue);

    public ReferenceContent Content() => new(Name, Values, ValidFrom, ValidTo, Citation, Confirmed, Position);

    private void Apply(ReferenceContent content, Author author)
    {
        Name = new LocalText(content.Name.Id.Trim(), content.Name.En.Trim());
        Values = content.Values;
        ValidFrom = content.ValidFrom;
        ValidTo = content.ValidTo;
        Citation = string.IsNullOrWhiteSpace(content.Citation) ? null : content.Citation.Trim();
        Confirmed = content.Confirmed;
        Position = content.Position;
        Revision++;
        revisions.Add(ReferenceRevision.Of(this, author));
    }

    [GeneratedRegex("^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]
    private static partial Regex CodeShape();
}
