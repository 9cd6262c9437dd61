using System.CommandLine;

namespace Kindred.Cli;

/// <summary>Options that several verbs share.</summary>
public static class CommonOptions
{
    /// <summary>--lang ko|en.</summary>
    public static Option<string> Language { get; } = Among(new Option<string>("--lang") { Description = "ko | en", Recursive = true }, "ko", "en");

    /// <summary>--format text|json.</summary>
    public static Option<string> Format() => Among(new Option<string>("--format") { Description = "text | json", DefaultValueFactory = _ => "text" }, "text", "json");

    /// <summary>--seed N.</summary>
    public static Option<long> Seed(Core.Basics.Language language) => new("--seed")
    {
        Description = language == Core.Basics.Language.Korean ? "무작위의 씨앗. 같은 씨앗은 같은 결과를 줘요." : "Seed of everything random: the same seed gives the same result.",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Files and folders to read. A mistyped option is not taken for a file.</summary>
    public static Argument<string[]> Paths(Core.Basics.Language language, Argument<string[]> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && !Path.Exists(token.Value)))
            {
                result.AddError(UsageChecks.NoOption(token.Value).Message.In(language));
            }
        });
        return paths;
    }

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> Among(Option<string> option, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(option);
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
