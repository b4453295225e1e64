using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>A database with one unit, for scenes of today: SQL and processes have no other clock than the machine's.</summary>
public abstract class SceneBed : ApiFixture
{
    public Guid Unit { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        Clock.Set(DateTimeOffset.UtcNow);
        await base.InitializeAsync();
        Unit = (await this.UnitAsync()).Value;
    }
}
