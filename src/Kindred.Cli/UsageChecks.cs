using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary>What is wrong with a call, in our own words: the parser's are English only.</summary>
internal static class UsageChecks
{
    /// <summary>A reason for every fault the parser found, each once.</summary>
    public static IReadOnlyList<Reason> Of(ParseResult parsed) => [.. Mistyped(parsed).Concat(parsed.Errors.Select(error => Of(error, parsed))).Distinct()];

    /// <summary>Words with two dashes that were taken for a name, as in <c>worksheet --out</c>: nobody means a file of that name, unless it exists or stands behind "--".</summary>
    private static IEnumerable<Reason> Mistyped(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? [] : parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Where(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)).Select(token => NoOption(token.Value));

    public static Reason NoOption(string token) => Make("unknown-option", token, $"'{token}'라는 옵션은 없어요.", $"There is no option '{token}'.");

    private static Reason Of(ParseError error, ParseResult parsed) => error.SymbolResult switch
    {
        OptionResult option => OfOption(option),
        ArgumentResult { Parent: OptionResult option } => OfOption(option),
        ArgumentResult argument => OfArgument(argument),
        CommandResult command => OfCommand(command, error, parsed),
        _ => Make("wrong-call", "", "명령을 읽을 수 없어요.", error.Message),
    };

    private static Reason OfOption(OptionResult result)
    {
        var name = result.Option.Name;
        var words = result.Option.GetCompletions(CompletionContext.Empty).Select(item => item.Label).ToList();
        var allowed = string.Join(", ", words);
        if (result.Tokens.Count == 0)
        {
            return result.IdentifierTokenCount == 0 && result.Option.Required
                ? Make("option-missing", name, $"옵션 '{name}'이(가) 꼭 필요해요.", $"Option '{name}' is required.")
                : Make("value-missing", name, $"옵션 '{name}' 뒤에 값이 없어요." + (allowed.Length > 0 ? $" 쓸 수 있는 값: {allowed}." : " 값을 붙여 주세요."), $"Option '{name}' needs a value" + (allowed.Length > 0 ? $": {allowed}." : "."));
        }

        if (result.Tokens.Count > result.Option.Arity.MaximumNumberOfValues || result.IdentifierTokenCount > 1)
        {
            return Make("value-twice", name, $"옵션 '{name}'은(는) 한 번만 쓸 수 있어요.", $"Option '{name}' may be given once, with one value.");
        }

        var value = result.Tokens[^1].Value;
        return words.Count > 0
            ? Make("value-unknown", name, $"옵션 '{name}'에 '{value}'은(는) 쓸 수 없어요. 쓸 수 있는 값: {allowed}.", $"Option '{name}' does not take '{value}'. It takes: {allowed}.")
            : Make("value-unreadable", name, $"옵션 '{name}'의 '{value}'을(를) {Kind(result.Option.ValueType).Ko}(으)로 읽을 수 없어요.", $"'{value}' of option '{name}' cannot be read as {Kind(result.Option.ValueType).En}.");
    }

    private static Reason OfArgument(ArgumentResult result)
    {
        var name = result.Argument.Name;
        return result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && !Path.Exists(token.Value)) is { } option
            ? NoOption(option.Value)
            : result.Tokens.Count > 0
                ? Make("value-unreadable", name, $"{name} 자리의 '{result.Tokens[^1].Value}'을(를) {Kind(result.Argument.ValueType).Ko}(으)로 읽을 수 없어요.", $"'{result.Tokens[^1].Value}' in place of {name} cannot be read as {Kind(result.Argument.ValueType).En}.")
                : Make("argument-missing", name, $"{name}을(를) 적어 주세요.", $"{name} is missing.");
    }

    private static Reason OfCommand(CommandResult result, ParseError error, ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(token => error.Message.Contains("'" + token + "'", StringComparison.Ordinal)) is { } unknown)
        {
            return unknown.StartsWith('-')
                ? NoOption(unknown)
                : Make("unknown-word", unknown, $"'{unknown}'은(는) 여기에 쓸 수 없어요.", $"'{unknown}' is not known here.");
        }

        var below = string.Join(", ", result.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name));
        if (below.Length > 0)
        {
            return Make("command-missing", result.Command.Name, $"무엇을 할지 골라 주세요: {below}.", $"A command is missing. Choose one: {below}.");
        }

        var missing = string.Join(", ", result.Command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > (result.GetResult(argument)?.Tokens.Count ?? 0)).Select(argument => argument.Name));
        return missing.Length > 0
            ? Make("argument-missing", missing, $"{missing}을(를) 적어 주세요.", $"{missing} is missing.")
            : Make("wrong-call", result.Command.Name, "명령을 읽을 수 없어요.", error.Message);
    }

    private static Wording Kind(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(int) || type == typeof(long) ? new("정수", "a whole number")
            : type == typeof(double) || type == typeof(decimal) ? new("숫자", "a number")
            : type == typeof(bool) ? new("true 또는 false", "true or false")
            : new("값", "a value");
    }

    private static Reason Make(string code, string subject, string ko, string en) => new("usage." + code, subject, new Wording(ko, en));
}
