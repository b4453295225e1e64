using MediatR;
using Pionir.Application;
using Pionir.Application.Common.Access;

namespace Pionir.Architecture.Tests;

public sealed class UseCaseTests
{
    private static readonly Type[] Types = typeof(ApplicationServices).Assembly.GetTypes();

    private static IEnumerable<Type> Requests =>
        Types.Where(type => !type.IsInterface && type.IsAssignableTo(typeof(IBaseRequest)));

    [Fact]
    public void EveryRequest_SaysWhoMaySendIt() =>
        Requests
            .Where(request =>
                request
                    .GetCustomAttributes(inherit: false)
                    .Count(attribute => attribute is RequiresAttribute or SignedInAttribute or PublicAttribute) != 1
            )
            .ShouldBeEmpty();

    [Fact]
    public void EveryRequest_HasOneHandler()
    {
        var handled = Handlers
            .SelectMany(handler => handler.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(face => face.GetGenericArguments()[0])
            .ToList();

        handled.ShouldBeUnique();
        Requests.Except(handled).ShouldBeEmpty();
    }

    [Fact]
    public void Handlers_AreInternalAndSealed() =>
        Handlers.Where(handler => handler.IsPublic || !handler.IsSealed).ShouldBeEmpty();

    [Fact]
    public void Requests_AreSealedRecords() =>
        Requests.Where(request => !request.IsSealed || request.GetMethod("<Clone>$") is null).ShouldBeEmpty();

    private static IEnumerable<Type> Handlers =>
        Types.Where(type =>
            type.IsClass
            && type.GetInterfaces()
                .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
        );
}
