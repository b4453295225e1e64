using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>The items of one code as they follow each other in time.</summary>
public sealed class ReferenceCourse(ReferenceKind kind, string code, IEnumerable<ReferenceItem> items)
{
    private readonly List<ReferenceItem> items = [.. items.OrderBy(item => item.ValidFrom)];

    public IReadOnlyList<ReferenceItem> Items => items;

    /// <summary>Grows with every change of any of them, and is never the same twice.</summary>
    public int Edition => items.Sum(item => item.Revision);

    public ReferenceItem? On(DateOnly day) => items.Find(item => item.HoldsOn(day));

    /// <summary>Last day of what begins then: what is planned for later still comes.</summary>
    public DateOnly? LastDayFrom(DateOnly day) => items.Find(item => item.ValidFrom > day)?.ValidFrom.AddDays(-1);

    /// <summary>
    /// What it says from a day on. What holds then ends on the day before; where it began on this very day it is
    /// corrected instead.
    /// </summary>
    public Result<ReferenceItem> ChangeFrom(ReferenceContent content, Author author)
    {
        var wanted = content with { ValidTo = LastDayFrom(content.ValidFrom) };
        var standing = On(content.ValidFrom);
        if (standing?.ValidFrom == content.ValidFrom)
        {
            var corrected = standing.Correct(wanted, author);
            return corrected.IsSuccess ? standing : Result<ReferenceItem>.Failure(corrected.Errors);
        }
        var next = ReferenceItem.Create(kind, code, wanted, author);
        if (!next.IsSuccess)
            return next;
        if (standing?.Retire(content.ValidFrom.AddDays(-1), author) is { IsSuccess: false } refused)
            return Result<ReferenceItem>.Failure(refused.Errors);
        items.Add(next.Value);
        return next;
    }
}
