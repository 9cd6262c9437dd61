using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>Typed access to the properties of a JSON document that names every place where something else stands.</summary>
internal sealed class CardProperties(string subject)
{
    private readonly List<Reason> _reasons = [];

    internal IReadOnlyList<Reason> Reasons => _reasons;

    internal void Add(Reason reason) => _reasons.Add(reason);

    internal void Wrong(string path, string wantedEn, string wantedKo, JsonElement found) => Add(CardChecks.WrongValue(subject, path, Quoted(found), wantedEn, wantedKo));

    internal At Object(JsonElement element, string path, params ReadOnlySpan<string> names) => new At(this, subject, element, path).Only(names);

    /// <summary>A value as it stands in the file, shortened.</summary>
    internal static string Quoted(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText().ReplaceLineEndings(" ");
        return text.Length > 60 ? text[..60] + "…" : text;
    }

    /// <summary>An object at a place of the document.</summary>
    internal sealed class At(CardProperties owner, string subject, JsonElement element, string path)
    {
        private readonly int _reasonsBefore = owner._reasons.Count;

        internal string Subject => subject;

        internal string Path => path.Length == 0 ? "card" : path;

        internal bool HasFailed => owner._reasons.Count > _reasonsBefore;

        internal void Add(Reason reason) => owner.Add(reason);

        /// <summary>Refuses properties of any other name: a mistyped one must not be passed over.</summary>
        internal At Only(params ReadOnlySpan<string> names)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject())
                {
                    if (!names.Contains(property.Name))
                    {
                        owner.Add(CardChecks.UnknownProperty(subject, Place(property.Name), string.Join(", ", names.ToArray())));
                    }
                }
            }
            else
            {
                owner.Wrong(Path, "an object", "객체", element);
            }

            return this;
        }

        internal string Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 } text ? text : Wrong(name, "a text", "글자", "");

        internal int Whole(string name) => Find(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var whole) && whole >= 0 ? whole : Wrong(name, "a whole number from 0", "0 이상의 정수", 0);

        internal long Long(string name) => Find(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var whole) ? whole : Wrong(name, "a whole number", "정수", 0L);

        internal double Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetDouble(out var number) && double.IsFinite(number) ? number : Wrong(name, "a number", "숫자", 0.0);

        internal double? NumberOrNull(string name) => Find(name) is { ValueKind: JsonValueKind.Null } ? null : Number(name);

        internal bool Flag(string name) => Find(name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => Wrong(name, "true or false", "true나 false", false) };

        internal T Among<T>(string name, (T Value, string Word)[] words)
        {
            var found = Find(name);
            foreach (var (value, word) in words)
            {
                if (found.ValueKind == JsonValueKind.String && found.ValueEquals(word))
                {
                    return value;
                }
            }

            var known = string.Join(" | ", words.Select(pair => pair.Word));
            return Wrong(name, "one of " + known, known + " 중 하나", words[0].Value);
        }

        internal T? AmongOrNull<T>(string name, (T Value, string Word)[] words)
            where T : struct => Find(name) is { ValueKind: JsonValueKind.Null } ? null : Among(name, words);

        internal Wording? Wording(string name)
        {
            var found = Find(name);
            if (found.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            var inner = new At(owner, subject, found, Place(name)).Only("ko", "en");
            return inner.HasFailed ? Basics.Wording.Same("") : new Wording(inner.Text("ko"), inner.Text("en"));
        }

        /// <summary>For a wording that must be there and is null.</summary>
        internal Wording Missing(string name) => Wrong(name, "an object with ko and en", "ko와 en이 든 객체", Basics.Wording.Same(""));

        internal IReadOnlyList<T> Each<T>(string name, Func<At, T?> read)
            where T : class
        {
            var found = Find(name);
            if (found.ValueKind != JsonValueKind.Array)
            {
                return Wrong(name, "a list", "목록", (IReadOnlyList<T>)[]);
            }

            var all = new List<T>();
            var index = 0;
            foreach (var item in found.EnumerateArray())
            {
                if (read(new At(owner, subject, item, Place(name) + "[" + Format.Whole(index++) + "]")) is { } value)
                {
                    all.Add(value);
                }
            }

            return all;
        }

        internal IReadOnlyList<string> Words(string name) => Values(name, "a list of words", "낱말 목록", item => item.ValueKind == JsonValueKind.String, item => item.GetString()!);

        internal IReadOnlyList<double> Numbers(string name) => Values(name, "a list of numbers", "숫자 목록", item => item.ValueKind == JsonValueKind.Number && item.TryGetDouble(out var number) && double.IsFinite(number), item => item.GetDouble());

        internal At? ObjectOrNull(string name, params ReadOnlySpan<string> names) =>
            Find(name) is var found && found.ValueKind == JsonValueKind.Null ? null : new At(owner, subject, found, Place(name)).Only(names) is { HasFailed: false } inner ? inner : null;

        internal T Wrong<T>(string name, string wantedEn, string wantedKo, T otherwise)
        {
            Wrong(name, wantedEn, wantedKo);
            return otherwise;
        }

        internal void Wrong(string name, string wantedEn, string wantedKo)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                owner.Wrong(Place(name), wantedEn, wantedKo, Find(name));
            }
        }

        private IReadOnlyList<T> Values<T>(string name, string wantedEn, string wantedKo, Func<JsonElement, bool> isOne, Func<JsonElement, T> read)
        {
            var found = Find(name);
            return found.ValueKind == JsonValueKind.Array && found.EnumerateArray().All(isOne) ? [.. found.EnumerateArray().Select(read)] : Wrong(name, wantedEn, wantedKo, (IReadOnlyList<T>)[]);
        }

        private JsonElement Find(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;

        private string Place(string name) => path.Length == 0 ? name : path + "." + name;
    }
}
