using System.Reflection;
using Pionir.Application;
using Pionir.Domain.Common;
using Pionir.Infrastructure;

namespace Pionir.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Error).Assembly;
    private static readonly Assembly Application = typeof(ApplicationServices).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureServices).Assembly;

    [Fact]
    public void Domain_KnowsNothingButTheLanguage() =>
        References(Domain).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Application_KnowsNeitherInfrastructureNorApi() =>
        References(Application).ShouldNotContain(name => name == "Pionir.Infrastructure" || name == "Pionir.Api");

    [Fact]
    public void Infrastructure_DoesNotKnowTheApi() => References(Infrastructure).ShouldNotContain("Pionir.Api");

    [Fact]
    public void DomainContexts_ReferToEachOtherByIdOnly()
    {
        var crossings =
            from type in Domain.GetTypes()
            let context = Context(type)
            where context is not null
            from used in UsedTypes(type)
            let other = Context(used)
            where other is not null && other != context && !IsIdOrEvent(used)
            select $"{type.FullName} uses {used.FullName}";

        crossings.Distinct().ShouldBeEmpty();
    }

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    /// <summary>Pionir.Domain.Trainings.X is of the context Trainings; Common belongs to everybody.</summary>
    private static string? Context(Type type)
    {
        var parts = type.Namespace?.Split('.') ?? [];
        return parts.Length >= 3 && parts[0] == "Pionir" && parts[1] == "Domain" && parts[2] != "Common"
            ? parts[2]
            : null;
    }

    private static bool IsIdOrEvent(Type type) =>
        type.GetInterfaces()
            .Any(face => face == typeof(IDomainEvent) || face.Name.StartsWith("ITypedId", StringComparison.Ordinal));

    private static IEnumerable<Type> UsedTypes(Type type)
    {
        const BindingFlags all =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        var members = type.GetFields(all)
            .Select(field => field.FieldType)
            .Concat(type.GetProperties(all).Select(property => property.PropertyType))
            .Concat(type.GetMethods(all).SelectMany(Signature));
        return members.SelectMany(Unwrap).Append(type.BaseType!).Where(used => used is not null);
    }

    private static IEnumerable<Type> Signature(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<Type> Unwrap(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Append(type)
        : type.HasElementType ? Unwrap(type.GetElementType()!)
        : [type];
}
