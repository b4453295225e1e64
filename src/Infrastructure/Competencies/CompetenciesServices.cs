using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common;
using Pionir.Domain.Competencies;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Competencies;

public sealed class CompetenciesServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ConstraintError("dictionary_versions_number", CommonErrors.AtTheSameTime));
        services.AddSingleton(new ConstraintError("dictionary_versions_published", CommonErrors.AtTheSameTime));
        services.AddSingleton(new ConstraintError("dictionary_versions_draft", CommonErrors.AtTheSameTime));
        services.AddSingleton(
            new ConstraintError("dictionary_versions_four_eyes", DictionaryErrors.DrafterPublishes())
        );
    }
}
