using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Domain.Tests.Organization;

public sealed class InstitutionVersionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Next_FromYesterday_IsRefused() =>
        Next(null, Today.AddDays(-1)).Error.Code.ShouldBe("institution.effective_in_past");

    [Fact]
    public void Next_WithBrokenSettings_NamesEveryRule() =>
        Next(null, Today, InstitutionSettings.Default with { Name = "", ShortName = "" })
            .Errors.Select(error => error.Field)
            .ShouldBe(["name", "shortName"]);

    [Fact]
    public void Next_BeforeAPlannedChange_IsRefused_BecauseThatWouldUndoIt()
    {
        var planned = Next(null, Today.AddDays(30)).Value;

        Next(planned, Today).Error.Code.ShouldBe("institution.change_scheduled");
        Next(planned, Today.AddDays(30)).Value.Number.ShouldBe(2);
    }

    [Fact]
    public void Cancel_OnlyBeforeItHolds()
    {
        var planned = Next(null, Today.AddDays(30)).Value;

        planned.Cancel(Today, Now).IsSuccess.ShouldBeTrue();
        planned.Cancel(Today, Now).Error.Code.ShouldBe("institution.already_in_force");
        Next(null, Today).Value.Cancel(Today, Now).Error.Code.ShouldBe("institution.already_in_force");
    }

    private static Result<InstitutionVersion> Next(
        InstitutionVersion? latest,
        DateOnly from,
        InstitutionSettings? settings = null
    ) =>
        InstitutionVersion.Next(
            latest,
            latest?.Number ?? 0,
            new InstitutionChange(settings ?? InstitutionSettings.Default, from, Guid.NewGuid(), "Rina", null),
            Today,
            Now
        );
}
