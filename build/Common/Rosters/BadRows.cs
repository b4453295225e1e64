namespace Pionir.Build.Rosters;

/// <summary>Forty rows with what HR exports get wrong, each with the code an importer must name; empty for a good row.</summary>
internal static class BadRows
{
    private const int Count = 40;
    private const int Step = 7;

    /// <summary>As many employees as the rows are taken from; fewer are gone round again.</summary>
    public const int Needed = Count * Step;

    public static IEnumerable<(RosterEmployee Row, string Error)> From(IReadOnlyList<RosterEmployee> sample)
    {
        var given = 0;
        RosterEmployee Next() => sample[given++ * Step % sample.Count];
        RosterEmployee WithNip(string number) =>
            Next() with
            {
                IdentityType = "NIP",
                IdentityNumber = number,
                EmploymentType = "PNS",
                BirthDate = "1985-01-01",
                Sex = "L",
                ActiveFrom = "2005-01-03",
            };

        var first = sample[0];
        for (var i = 0; i < 8; i++)
        {
            yield return (Next(), "");
        }
        foreach (var number in new[] { "12345", "19850101200501100", "1985010120050110012" })
        {
            yield return (WithNip(number), "identity_number.length");
        }
        foreach (var number in new[] { "19850101200501 001", "ABCDEFGHIJKLMNOPQR" })
        {
            yield return (WithNip(number), "identity_number.digits");
        }
        foreach (var number in new[] { "198513012005011001", "198502302005011001" })
        {
            yield return (WithNip(number), "identity_number.birth_date");
        }
        yield return (WithNip("198501012005131001"), "identity_number.appointment_month");
        yield return (WithNip("198501012005013001"), "identity_number.sex");
        yield return (
            Next() with
            {
                IdentityNumber = first.IdentityNumber,
                IdentityType = first.IdentityType,
            },
            "identity_number.duplicate"
        );
        yield return (Next() with { Name = "" }, "name.required");
        yield return (Next() with { Name = "   " }, "name.required");
        yield return (Next() with { Name = new string('x', 301) }, "name.length");
        yield return (Next() with { UnitCode = "XYZ" }, "unit_code.unknown");
        yield return (Next() with { UnitCode = "" }, "unit_code.unknown");
        yield return (Next() with { UnitCode = "setama " }, "");
        yield return (Next() with { Email = "bukan-email" }, "email.format");
        yield return (Next() with { Email = "a@@b.id" }, "email.format");
        yield return (Next() with { BirthDate = "31/02/1985" }, "birth_date.format");
        yield return (Next() with { BirthDate = "1985-02-30" }, "birth_date.format");
        yield return (Next() with { EmploymentType = "HONORER?" }, "employment_type.unknown");
        yield return (Next() with { SupervisorIdentity = "000000000000000000" }, "supervisor_identity.unknown");
        var own = Next();
        yield return (own with { SupervisorIdentity = own.IdentityNumber }, "supervisor_identity.self");
        yield return (Next() with { ActiveTo = "1970-01-01" }, "active_to.before_active_from");
        // Kept as text; an export has to neutralise it.
        yield return (Next() with { Name = "=HYPERLINK(\"http://x\")" }, "");
        yield return (Next() with { Name = "Ñusta Ölçer ‘Ayn, S.H." }, "");
        while (given < Count)
        {
            yield return (Next(), "");
        }
    }
}
