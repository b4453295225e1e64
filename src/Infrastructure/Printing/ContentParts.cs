namespace Pionir.Infrastructure.Printing;

/// <summary>Where the content of a page turns from what is its own to what many papers have alike, and back.</summary>
internal sealed class ContentParts
{
    private readonly List<int> turns = [];

    public void Turn(int at, bool toCommon)
    {
        if ((turns.Count % 2 == 0) == toCommon)
            turns.Add(at);
    }

    /// <summary>All of the content in its order, cut where it turns.</summary>
    public IEnumerable<(Range Part, bool IsCommon)> Of(int length)
    {
        var start = 0;
        foreach (var (at, end) in turns.Append(length).Index())
        {
            if (end > start)
                yield return (start..end, at % 2 == 1);
            start = end;
        }
    }
}
