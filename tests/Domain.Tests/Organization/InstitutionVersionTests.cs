using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Domain.Tests.Organization;

public sealed class InstitutionVersionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Next_FromYesterday_IsRefused() =>
        Next(Today.AddDays(-1)).Error.Code.ShouldBe("institution.effective_in_past");

    [Fact]
    public void Next_WithBrokenSettings_NamesEveryRule() =>
        Next(Today, InstitutionSettings.Default with { Name = "", ShortName = "" })
            .Errors.Select(error => error.Field)
            .ShouldBe(["name", "shortName"]);

    [Fact]
    public void Carry_ChangesOnlyWhatHasNotBegun()
    {
        var renamed = InstitutionSettings.Default with { Name = "Badan Baru" };
        var planned = Next(Today.AddDays(30)).Value;

        planned.Carry(renamed, Today).IsSuccess.ShouldBeTrue();
        planned.Settings.Name.ShouldBe("Badan Baru");
        planned.Carry(renamed with { Name = "" }, Today).Error.Field.ShouldBe("name");
        Next(Today).Value.Carry(renamed, Today).Error.Code.ShouldBe("institution.already_in_force");
    }

    [Fact]
    public void Cancel_OnlyBeforeItHolds()
    {
        var planned = Next(Today.AddDays(30)).Value;

        planned.Cancel(Today, Now).IsSuccess.ShouldBeTrue();
        planned.Cancel(Today, Now).Error.Code.ShouldBe("institution.already_in_force");
        Next(Today).Value.Cancel(Today, Now).Error.Code.ShouldBe("institution.already_in_force");
    }

    private static Result<InstitutionVersion> Next(DateOnly from, InstitutionSettings? settings = null) =>
        InstitutionVersion.Next(
            0,
            new InstitutionChange(settings ?? InstitutionSettings.Default, from, Guid.NewGuid(), "Rina", null),
            Today,
            Now
        );
}
