namespace Kindred.Core.Members;

/// <summary>A password, token or code in clear. It never shows itself: not in text, not in a record that holds it, not in an exception.</summary>
/// <param name="text">The secret.</param>
public sealed class Secret(string text) : IEquatable<Secret>
{
    private readonly string _text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The secret in clear: for hashing it, or for showing it to its owner once.</summary>
    public string Reveal() => _text;

    /// <inheritdoc />
    public bool Equals(Secret? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => "***";
}
