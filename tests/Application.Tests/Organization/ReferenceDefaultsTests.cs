using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Domain.Trainings;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Organization;

/// <summary>What an institution finds on the first day.</summary>
public sealed class ReferenceDefaultsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public async Task Shipped_EveryItem_KeepsTheRulesOfItsKind()
    {
        var book = await BookAsync();

        foreach (var item in Enum.GetValues<ReferenceKind>().SelectMany(kind => book.All(kind, Day)))
        {
            using var values = JsonDocument.Parse(item.Values.Json);
            var read = ReferenceValues.Create(item.Kind, values.RootElement, book.Has);
            read.Errors.ShouldBeEmpty($"{item.Kind} {item.Code}");
            read.Value.ShouldBe(item.Values);
            ReferenceShape.CodesOf(item.Kind)?.ShouldContain(item.Code);
        }
    }

    [Fact]
    public async Task Shipped_Forms_AreSiasnsTwentyFiveAndFormalEducation()
    {
        var forms = (await BookAsync()).DevelopmentForms(Day);

        forms.Count.ShouldBe(26);
        forms
            .Select(form => form.SiasnCode)
            .OfType<string>()
            .ShouldBe(Enumerable.Range(1, 25).Select(code => code.ToString(CultureInfo.InvariantCulture)));
        forms.Single(form => form.FormalEducation).Code.ShouldBe("pendidikan-formal");
    }

    [Fact]
    public async Task Shipped_Targets_AreAMinimumForPnsAndAMaximumForPppk()
    {
        var book = await BookAsync();

        book.TargetOf("Pns", Day).MinimumJp.ShouldBe(20);
        book.TargetOf("pppk", Day).MaximumJp.ShouldBe(24);
        book.TargetOf("pppk", Day).MinimumJp.ShouldBeNull();
        book.TargetOf("other", Day).ShouldBe(YearTarget.None);
    }

    [Fact]
    public async Task Shipped_Rules_SayWhichAreUnconfirmed()
    {
        var book = await BookAsync();

        var coaching = book.RuleOf("coaching", Day);
        (coaching.Basis, coaching.Jp, coaching.MeetingsPerMonth, coaching.Confirmed).ShouldBe(
            (JpBasis.PerMeeting, 2, 2, false)
        );
        book.RuleOf("diklat-teknis", Day).Confirmed.ShouldBeTrue();
        book.RuleOf("no-such-form", Day).ShouldBe(JpRule.Minutes);
    }

    [Fact]
    public async Task Shipped_Documents_SelfManagedNeedsTorToSubmitAndAssignmentLetterToStart()
    {
        var documents = (await BookAsync()).RequiredDocuments(Day);

        documents.For(DeliveryScheme.SelfManaged, TrainingMove.Submit).ShouldBe([DocumentKind.Tor]);
        documents.For(DeliveryScheme.SelfManaged, TrainingMove.Start).ShouldBe([DocumentKind.AssignmentLetter]);
        documents.Of(DeliveryScheme.Contracted).Select(line => line.Kind).ShouldContain(DocumentKind.Contract);
        documents.Of(DeliveryScheme.SentOut).Select(line => line.Kind).ShouldContain(DocumentKind.Invitation);
    }

    private async Task<ReferenceBook> BookAsync() =>
        await api.Host.Services.GetRequiredService<IReferenceData>().ReadAsync(default);
}
