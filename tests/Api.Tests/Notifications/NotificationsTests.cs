using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Notifications.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Notifications;

public sealed class NotificationsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Link = "/competencies/dictionaries";

    [Fact]
    public async Task List_ShowsOwnByAccountAndByEmployee_InBothLanguages()
    {
        var employee = EmployeeId.New();
        var user = TestUser.With().As(employee.Value);
        await NotifyAsync(Recipient.User(user.UserId), Recipient.Employee(employee), Recipient.User(Guid.NewGuid()));

        var list = await ListAsync(user);

        list.Total.ShouldBe(2);
        list.Unread.ShouldBe(2);
        list.Items[0].Text.Id.ShouldBe("Kamus “Uji” versi 12 telah diterbitkan");
        list.Items[0].Text.En.ShouldBe("Dictionary “Uji”, version 12, has been published");
        list.Items[0].Link.ShouldBe(Link);
    }

    [Fact]
    public async Task MarkRead_TouchesOnlyOnesOwn()
    {
        var (mine, other) = (TestUser.With(), TestUser.With());
        await NotifyAsync(Recipient.User(mine.UserId), Recipient.User(other.UserId));
        var ofOther = (await ListAsync(other)).Items[0].Id;

        var refusedQuietly = await MarkAsync(mine, ofOther);
        var all = await MarkAsync(mine);

        refusedQuietly.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        all.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ListAsync(mine)).Unread.ShouldBe(0);
        (await ListAsync(mine)).Items[0].Read.ShouldBeTrue();
        (await ListAsync(other)).Unread.ShouldBe(1);
    }

    [Theory]
    [InlineData("/api/v1/notifications")]
    [InlineData("/api/v1/waiting-items")]
    public async Task NobodySignedIn_IsAskedToSignIn(string address) =>
        (await api.Client().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Waiting_WithNothing_IsAnEmptyList()
    {
        var list = await api.Client(TestUser.With())
            .GetFromJsonAsync<WaitingItemList>("/api/v1/waiting-items", ApiFixture.Json);

        list!.Items.ShouldBeEmpty();
        list.Total.ShouldBe(0);
    }

    [Fact]
    public void EveryText_NamesTheSameValuesInBothLanguages() =>
        MessageTexts.Codes.ShouldAllBe(code => SameValues(code));

    private static bool SameValues(string code)
    {
        var text = MessageTexts.Pattern(code);
        return Values(text.Id).SetEquals(Values(text.En)) && text.Id.Length > 0 && text.En.Length > 0;
    }

    private static HashSet<string> Values(string text) =>
        text.Split('{').Skip(1).Select(rest => rest.Split('}', ':')[0]).ToHashSet();

    private Task<int> NotifyAsync(params Recipient[] recipients) =>
        api.ScopeAsync(services =>
        {
            var notifier = services.GetRequiredService<INotifier>();
            foreach (var recipient in recipients)
            {
                notifier.Add(new(recipient, "dictionary.published", Link, ("title", "Uji"), ("number", 12)));
            }
            return services.GetRequiredService<IDatabase>().SaveChangesAsync();
        });

    private async Task<NotificationList> ListAsync(TestUser user) =>
        (await api.Client(user).GetFromJsonAsync<NotificationList>("/api/v1/notifications", ApiFixture.Json))!;

    private Task<HttpResponseMessage> MarkAsync(TestUser user, params Guid[] ids) =>
        api.Client(user).PostAsJsonAsync("/api/v1/notifications/read", new { ids = ids.Length == 0 ? null : ids });
}
