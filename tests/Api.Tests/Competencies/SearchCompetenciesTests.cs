using System.Net;
using System.Net.Http.Json;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Competencies.Queries;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Competencies;

public sealed class SearchCompetenciesTests(SearchCompetenciesTests.Published api)
    : IClassFixture<SearchCompetenciesTests.Published>
{
    [Theory]
    [InlineData("kurikulum", "G01")]
    [InlineData("penyusunan kurikulm", "G01")]
    [InlineData("integrtas", "M01")]
    [InlineData("arsip", "S01")]
    [InlineData("S01", "S01")]
    public async Task Search_FindsByWordAndToleratesTypingErrors(string text, string code) =>
        (await SearchAsync($"q={Uri.EscapeDataString(text)}")).Items[0].Code.ShouldBe(code);

    [Fact]
    public async Task Search_FindsIndicatorsByTheirStem_AndSaysWhere()
    {
        var page = await SearchAsync("q=perbaiki%20arsip");

        page.Items[0].Code.ShouldBe("S01");
        page.Items[0].Matches.ShouldContain(match => match.Level != null && match.Text.Contains("memperbaiki arsip"));
        page.Items[0].Matches.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Search_WithoutText_ListsEverythingInOrder()
    {
        var page = await SearchAsync("size=2");

        page.Total.ShouldBe(3);
        page.Items.Select(hit => hit.Code).ShouldBe(["G01", "S01"]);
        (await SearchAsync("kind=managerial")).Items.Select(hit => hit.Code).ShouldBe(["M01"]);
        (await SearchAsync("dictionary=lain")).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("%27%3B%20DROP%20TABLE%20competency_entries%3B--")]
    [InlineData("%22%26%7C%21%28%3A%2A")]
    [InlineData("%F0%9F%8E%93")]
    public async Task Search_ForAnythingOdd_FindsNothingAndDoesNotFail(string text) =>
        (await api.Client().GetAsync($"/api/v1/competencies?q={text}")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private async Task<Page<CompetencyHit>> SearchAsync(string query) =>
        (await api.Client().GetFromJsonAsync<Page<CompetencyHit>>($"/api/v1/competencies?{query}", ApiFixture.Json))!;

    public sealed class Published : ApiFixture
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportAsync(DictionaryFixture.Document("Kamus Cari"));
            await this.PublishAsync("kamus-cari", 1);
        }
    }
}
