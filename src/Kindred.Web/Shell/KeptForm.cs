namespace Kindred.Web.Shell;

/// <summary>A form that was sent after its session had ended: kept until the person has signed in.</summary>
/// <param name="Action">Where it was sent.</param>
/// <param name="Fields">Names and values; files and passwords are not kept.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string FieldPrefix = "kept.";
    private const string ActionField = "kept-action";

    /// <summary>From the form as sent.</summary>
    public static KeptForm Of(string action, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new KeptForm(action, [.. form.Where(field => field.Key != "__token" && !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))]);
    }

    /// <summary>From the sign-in form that carried it along; null when it carried none. Only addresses of this site are taken.</summary>
    public static KeptForm? Carried(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form[ActionField].ToString() is { Length: > 0 } action && BackTo.IsOurs(action)
            ? new KeptForm(action, [.. form.Where(field => field.Key.StartsWith(FieldPrefix, StringComparison.Ordinal)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key[FieldPrefix.Length..], value ?? "")))])
            : null;
    }

    /// <summary>The fields that carry it through the sign-in form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carriers() => Fields.Select(field => KeyValuePair.Create(FieldPrefix + field.Key, field.Value)).Prepend(KeyValuePair.Create(ActionField, Action));
}
