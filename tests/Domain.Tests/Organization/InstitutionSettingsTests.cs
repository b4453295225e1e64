using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Domain.Tests.Organization;

public sealed class InstitutionSettingsTests
{
    private static readonly InstitutionSettings Settings = InstitutionSettings.Default;

    [Fact]
    public void Defaults_BreakNoRule() => Settings.Check().ShouldBeEmpty();

    [Fact]
    public void ColumnOfNumbers_IsHeadedByTheKindsInUse()
    {
        Settings.NumberNames.ShouldBe("NIP/NI PPPK/NRP");
        var others = Settings with
        {
            IdentityKinds =
            [
                new IdentityKind { Code = "nik", Name = new("NIK", "NIK") },
                new IdentityKind
                {
                    Code = "nrp",
                    Name = new("NRP", "NRP"),
                    Active = false,
                },
            ],
        };
        others.NumberNames.ShouldBe("NIK");
    }

    [Theory]
    [InlineData("SERT/{year}", "institution.pattern_without_sequence")]
    [InlineData("{seq:0000}/{nomor}", "institution.pattern_field_unknown")]
    [InlineData("{seq:0000}/{year", "institution.pattern_braces")]
    [InlineData("{seq:abc}", "institution.pattern_braces")]
    [InlineData(" ", "institution.missing")]
    public void CertificatePattern_ThatCouldNotNumber_IsRefused(string pattern, string code)
    {
        var numbering = new NumberingSettings
        {
            Certificates = new Dictionary<string, string> { ["training"] = pattern },
        };

        var error = (Settings with { Numbering = numbering }).Check().ShouldHaveSingleItem();

        error.Code.ShouldBe(code);
        error.Field.ShouldBe("numbering.certificates.training");
    }

    [Theory]
    [InlineData("(", "institution.pattern_unreadable")]
    [InlineData("(?=x)", "institution.pattern_unreadable")]
    [InlineData("", "institution.pattern_unreadable")]
    public void IdentityPattern_ThatCannotBeRead_IsRefused(string pattern, string code) =>
        With(
                new IdentityKind
                {
                    Code = "nip",
                    Name = new("NIP", "NIP"),
                    Pattern = pattern,
                }
            )
            .ShouldHaveSingleItem()
            .Code.ShouldBe(code);

    [Fact]
    public void IdentityKind_WithACodeTwiceOrUnreadable_OrAGroupingOfNothing_IsRefused()
    {
        var nip = IdentityKind.Defaults[0];

        Codes(nip, nip).ShouldBe(["institution.identity_kind_twice"]);
        Codes(nip with { Code = "NIP Lama" }).ShouldBe(["institution.code_invalid"]);
        Codes(nip with { Grouping = "8-0-1" }).ShouldBe(["institution.grouping_invalid"]);
        Codes(nip with { Name = new("", "NIP") }).ShouldBe(["institution.missing"]);

        static IEnumerable<string> Codes(params IdentityKind[] kinds) => With(kinds).Select(error => error.Code);
    }

    [Fact]
    public void Text_LongerThanItsPlace_IsRefusedAtItsField()
    {
        var error = (Settings with { Address = new string('x', InstitutionSettings.AddressMaximum + 1) })
            .Check()
            .ShouldHaveSingleItem();

        (error.Code, error.Field).ShouldBe(("institution.too_long", "address"));
    }

    [Fact]
    public void IdentityPattern_MatchesTheWholeNumber()
    {
        var kind = IdentityKind.Defaults.Single(found => found.Code == "nrp");

        kind.Expression()!.IsMatch("51234").ShouldBeTrue();
        kind.Expression()!.IsMatch("51234x").ShouldBeFalse();
    }

    [Fact]
    public void IdentityKinds_WithoutAnActiveOne_AreRefused() =>
        With().Select(error => error.Code).ShouldBe(["institution.identity_kind_missing"]);

    [Fact]
    public void Deadline_OutOfRange_NamesItsLimits()
    {
        var deadlines = new InstitutionDeadlines { CheckInMinutes = 0 };

        var error = (Settings with { Deadlines = deadlines }).Check().ShouldHaveSingleItem();

        (error.Code, error.Field).ShouldBe(("institution.out_of_range", "deadlines.checkInMinutes"));
        error.Arguments["maximum"].ShouldBe(240);
    }

    [Fact]
    public void Null_IsAsAbsent()
    {
        var holes = new InstitutionSettings
        {
            Name = null!,
            Terms = null!,
            IdentityKinds = [null!],
            Mail = new MailSettings { SenderAddress = null! },
        };

        holes
            .Check()
            .Select(error => error.Code)
            .ShouldBe(["institution.missing", "institution.identity_kind_missing", "institution.mail_address_invalid"]);
    }

    [Theory]
    [InlineData(InstitutionTimeZone.Wib, 2026, 3, 2)]
    [InlineData(InstitutionTimeZone.Wit, 2026, 3, 3)]
    public void Day_FollowsTheZone(InstitutionTimeZone zone, int year, int month, int day) =>
        zone.DayOf(new DateTimeOffset(2026, 3, 2, 15, 30, 0, TimeSpan.Zero)).ShouldBe(new(year, month, day));

    [Fact]
    public void Instant_OfAWallClock_IsUtc() =>
        InstitutionTimeZone
            .Wita.InstantOf(new(2026, 3, 2), new(8, 0))
            .ShouldBe(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));

    private static IReadOnlyList<Error> With(params IdentityKind[] kinds) =>
        (Settings with { IdentityKinds = kinds }).Check();
}
