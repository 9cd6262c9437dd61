using System.Diagnostics.CodeAnalysis;

namespace Kindred.Core.Basics;

/// <summary>Either a value, or reasons a person can understand why there is none. Never used for misuse by our own code or for a failed disk.</summary>
/// <typeparam name="T">What an accepted request yields.</typeparam>
public sealed class Result<T>
{
    private readonly T? _value;

    internal Result(T? value, IReadOnlyList<Reason> reasons)
    {
        _value = value;
        Reasons = reasons;
    }

    /// <summary>Reasons of a refusal; empty when accepted.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsAccepted => Reasons.Count == 0;

    /// <summary>The value. Reading it from a refusal is misuse.</summary>
    /// <exception cref="InvalidOperationException">The result is a refusal.</exception>
    public T Value => IsAccepted ? _value! : throw new InvalidOperationException("Refused: " + Reasons[0].Code + ": " + Reasons[0].Message.En);

    /// <summary>True with the value when accepted, false with the reasons when refused.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, out IReadOnlyList<Reason> reasons)
    {
        value = _value;
        reasons = Reasons;
        return IsAccepted;
    }

    /// <summary>Goes on with the value, or keeps the refusal.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsAccepted ? next(_value!) : Result.Refused<TNext>(Reasons);
    }
}

/// <summary>Makes results.</summary>
public static class Result
{
    /// <summary>A value.</summary>
    public static Result<T> Accepted<T>(T value) => new(value, []);

    /// <summary>A refusal with one reason.</summary>
    public static Result<T> Refused<T>(Reason reason) => new(default, [reason]);

    /// <summary>A refusal with one reason, written out.</summary>
    public static Result<T> Refused<T>(string code, string subject, string ko, string en) => Refused<T>(new Reason(code, subject, new Wording(ko, en)));

    /// <summary>A refusal with several reasons.</summary>
    /// <exception cref="ArgumentException">No reason is given.</exception>
    public static Result<T> Refused<T>(IReadOnlyList<Reason> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        if (reasons.Count == 0)
        {
            throw new ArgumentException("A refusal needs a reason.", nameof(reasons));
        }

        return new Result<T>(default, reasons);
    }
}
