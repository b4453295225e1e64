namespace Pionir.Domain.Common;

/// <summary>Lets the pipeline refuse a request without knowing its response type.</summary>
public interface IResult<TSelf>
    where TSelf : IResult<TSelf>
{
    bool IsSuccess { get; }
    IReadOnlyList<Error> Errors { get; }
    static abstract TSelf Failure(IReadOnlyList<Error> errors);
}

/// <summary>The outcome of an act that returns nothing: done, or refused with reasons.</summary>
public sealed class Result : IResult<Result>
{
    private static readonly Result Done = new([]);

    private Result(IReadOnlyList<Error> errors) => Errors = errors;

    public IReadOnlyList<Error> Errors { get; }
    public bool IsSuccess => Errors.Count == 0;
    public Error Error => Errors[0];

    public static Result Success() => Done;

    public static Result Failure(IReadOnlyList<Error> errors) => new(errors);

    /// <summary>Done when there are no refusals.</summary>
    public static Result From(IReadOnlyList<Error> errors) => errors.Count == 0 ? Done : new(errors);

    public static implicit operator Result(Error error) => new([error]);
}

/// <summary>The outcome of an act that returns a value: the value, or refused with reasons.</summary>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Error> errors)
    {
        this.value = value;
        Errors = errors;
    }

    public IReadOnlyList<Error> Errors { get; }
    public bool IsSuccess => Errors.Count == 0;
    public Error Error => Errors[0];
    public T Value => IsSuccess ? value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    public static Result<T> Success(T value) => new(value, []);

    public static Result<T> Failure(IReadOnlyList<Error> errors) => new(default, errors);

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Error error) => new(default, [error]);
}
