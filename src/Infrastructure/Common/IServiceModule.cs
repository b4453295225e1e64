using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pionir.Infrastructure.Common;

/// <summary>What one context or common service adds to the container; found by reflection, so no list to edit.</summary>
public interface IServiceModule
{
    static abstract void Add(IServiceCollection services, IConfiguration configuration);
}
