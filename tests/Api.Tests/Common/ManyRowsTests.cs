using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

/// <summary>Many rows are copied instead of inserted one by one; nobody may be able to tell afterwards.</summary>
public sealed class ManyRowsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Mails = """
        SELECT DISTINCT 1 AS "Value", to_address, to_name, subject, text, state, attempts, created_at, next_attempt_at, claimed_until,
            sent_at, last_error, about_id, about_link, sender_id
        FROM mail_outbox WHERE key LIKE 'many-rows:%'
        """;
    private const string Notifications = """
        SELECT DISTINCT 1 AS "Value", user_id, employee_id, arguments, link, created_at, read_at
        FROM notifications WHERE code LIKE 'many_rows.%'
        """;

    private readonly Guid person = Guid.NewGuid();

    [Fact]
    public async Task What_is_copied_is_what_is_inserted_otherwise()
    {
        var (mails, notifications) = (0, 0);
        await ChangeAsync(async services =>
        {
            var database = services.GetRequiredService<IDatabase>();
            await TellAsync(services, "few", 1);
            await TellAsync(services, "many", 60);
            mails = await CountAsync(database, Mails);
            notifications = await CountAsync(database, Notifications);
            return Result.Success();
        });

        (mails, notifications).ShouldBe((1, 1));
        (await api.ScalarAsync<long>($"SELECT count(*) FROM notifications WHERE code = 'many_rows.many'")).ShouldBe(60);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM mail_outbox WHERE key LIKE 'many-rows:many:%'")).ShouldBe(
            60
        );
    }

    [Fact]
    public async Task What_is_given_up_leaves_nothing_behind()
    {
        var outcome = await ChangeAsync(async services =>
        {
            await TellAsync(services, "lost", 60);
            return CommonErrors.StaleVersion;
        });

        outcome.IsSuccess.ShouldBeFalse();
        (await api.ScalarAsync<long>($"SELECT count(*) FROM notifications WHERE code = 'many_rows.lost'")).ShouldBe(0);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM mail_outbox WHERE key LIKE 'many-rows:lost:%'")).ShouldBe(
            0
        );
    }

    private Task<Result> ChangeAsync(Func<IServiceProvider, Task<Result>> act) =>
        api.ScopeAsync(services =>
            services
                .GetRequiredService<IUnitOfWork>()
                .RunAsync("ManyRows", null, () => act(services), TestContext.Current.CancellationToken)
        );

    private async Task TellAsync(IServiceProvider services, string word, int times)
    {
        var (notifier, outbox) = (services.GetRequiredService<INotifier>(), services.GetRequiredService<IMailOutbox>());
        for (var at = 0; at < times; at++)
        {
            notifier.Add(
                new NewNotification(Recipient.User(person), $"many_rows.{word}", "/x", ("title", "Ujian “é”"))
            );
            outbox.Add(
                new OutgoingMail(
                    $"many-rows:{word}:{at}",
                    "budi@contoh.go.id",
                    "Budi",
                    "Kabar",
                    "Baris\nkedua – “é”",
                    new MailAbout(person, "/x", person)
                )
            );
        }
        await services.GetRequiredService<IDatabase>().SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> CountAsync(IDatabase database, string sql) =>
        (await database.Database.SqlQueryRaw<int>(sql).ToListAsync(TestContext.Current.CancellationToken)).Count;
}
