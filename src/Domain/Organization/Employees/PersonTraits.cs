namespace Pionir.Domain.Organization.Employees;

/// <summary>
/// What people are told apart by when a number alone is not to be trusted, because somebody copied it into the wrong
/// row: the name without titles and degrees, the birth date and the sex.
/// </summary>
public sealed record PersonTraits(IReadOnlyCollection<string> NameWords, DateOnly? BirthDate, Sex? Sex)
{
    /// <summary>
    /// Another name, and a birth date or sex that contradicts, or nothing that vouches for the same person: no word of
    /// the name in common and no birth date to hold on to. A name alone may change (marriage, a correction), and so may
    /// a birth date or sex under the same name.
    /// </summary>
    public bool IsAnotherPersonThan(PersonTraits known)
    {
        var shared = NameWords.Intersect(known.NameWords).Count();
        if (shared == NameWords.Distinct().Count() && shared == known.NameWords.Distinct().Count())
            return false;
        var sameBirth = BirthDate is { } told && known.BirthDate is { } held ? told == held : (bool?)null;
        var otherSex = Sex is { } sex && known.Sex is { } knownSex && sex != knownSex;
        return sameBirth == false || otherSex || (sameBirth is null && shared == 0);
    }
}
