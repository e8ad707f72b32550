<?php
/**
 * Plugin Name: copydesk
 * Description: Holds posts against the house stylebook when they are saved: drafts are warned of,
 *              publication is refused when the house refuses. Copy this file into
 *              wp-content/mu-plugins/ and run `copydesk serve`.
 * License:     Apache-2.0
 *
 * In wp-config.php, where the defaults do not do:
 *   define('COPYDESK_URL', 'http://127.0.0.1:8090');
 *   define('COPYDESK_KEY', '');            // an API key of the service
 *   define('COPYDESK_TIMEOUT', 2);         // seconds that a save may wait
 *   define('COPYDESK_WHEN_DOWN', 'warn');  // or 'block': refuse what nobody has checked
 */

defined('ABSPATH') || exit;

const COPYDESK_GOING_OUT = ['publish', 'future', 'pending', 'private'];

/** A setting, or what holds by default. */
function copydesk_setting(string $name, $default) {
    return defined($name) ? constant($name) : $default;
}

/**
 * What the service says of a post: its answer, or an answer with a `fault`.
 *
 * @param array $post title, content, excerpt, id and stage (draft or publish).
 */
function copydesk_check(array $post): array {
    $body = [
        'fields' => [
            ['name' => 'headline', 'format' => 'text', 'text' => $post['title']],
            ['name' => 'standfirst', 'format' => 'text', 'text' => $post['excerpt']],
            ['name' => 'body', 'format' => 'html', 'text' => $post['content']],
        ],
        'metadata' => ['id' => $post['id'] ? 'wordpress-' . $post['id'] : ''],
        'stage' => $post['stage'],
    ];
    $headers = ['Content-Type' => 'application/json'];
    if ($key = copydesk_setting('COPYDESK_KEY', '')) {
        $headers['Authorization'] = 'Bearer ' . $key;
    }
    $reply = wp_remote_post(rtrim(copydesk_setting('COPYDESK_URL', 'http://127.0.0.1:8090'), '/') . '/v1/check', [
        'headers' => $headers,
        'body' => wp_json_encode($body),
        'timeout' => copydesk_setting('COPYDESK_TIMEOUT', 2),
        'redirection' => 0,
    ]);
    if (is_wp_error($reply)) {
        $fault = 'the service cannot be reached (' . $reply->get_error_message() . ')';
    } elseif (wp_remote_retrieve_response_code($reply) !== 200) {
        $fault = 'the service answered with status ' . wp_remote_retrieve_response_code($reply);
    } else {
        $answer = json_decode(wp_remote_retrieve_body($reply), true);
        if (isset($answer['decision'], $answer['findings'])) {
            return $answer;
        }
        $fault = 'the answer of the service cannot be read';
    }
    error_log("copydesk: $fault");
    $block = $post['stage'] === 'publish' && copydesk_setting('COPYDESK_WHEN_DOWN', 'warn') === 'block';
    return ['decision' => $block ? 'block' : 'warn', 'findings' => [], 'fault' => $fault];
}

/** An answer in lines for an editor; of one that refuses, only what refuses. */
function copydesk_lines(array $answer): array {
    $told = $answer['findings'];
    if ($answer['decision'] === 'block') {
        $told = array_filter($told, fn($finding) => !empty($finding['blocks']));
    }
    $lines = array_map(
        fn($finding) => $finding['field'] . ': '
            . (str_contains($finding['message'], $finding['text']) ? '' : "“{$finding['text']}”: ")
            . $finding['message'],
        array_values($told)
    );
    if (!empty($answer['fault'])) {
        $lines[] = "The copy was not checked against the stylebook: {$answer['fault']}.";
    }
    return $lines;
}

/** Before the block editor or any other client of the REST API saves a post. */
function copydesk_before_rest_insert($prepared, $request) {
    if (is_wp_error($prepared)) {
        return $prepared;
    }
    $old = !empty($prepared->ID) ? get_post($prepared->ID) : null;
    $status = $prepared->post_status ?? ($old->post_status ?? 'draft');
    $answer = copydesk_check([
        'title' => $prepared->post_title ?? ($old->post_title ?? ''),
        'content' => $prepared->post_content ?? ($old->post_content ?? ''),
        'excerpt' => $prepared->post_excerpt ?? ($old->post_excerpt ?? ''),
        'id' => $prepared->ID ?? 0,
        'stage' => in_array($status, COPYDESK_GOING_OUT, true) ? 'publish' : 'draft',
    ]);
    if ($answer['decision'] === 'block') {
        return new WP_Error('copydesk_refused', 'Stylebook: ' . implode(' ', copydesk_lines($answer)), [
            'status' => 422,
            'findings' => $answer['findings'],
        ]);
    }
    $GLOBALS['copydesk_answer'] = $answer;
    return $prepared;
}

/** The findings of what has just been saved go back with it. */
function copydesk_with_findings($response) {
    if (isset($GLOBALS['copydesk_answer'])) {
        $answer = $GLOBALS['copydesk_answer'];
        $response->data['copydesk'] = [
            'decision' => $answer['decision'],
            'findings' => $answer['findings'],
            'lines' => $answer['decision'] === 'allow' ? [] : copydesk_lines($answer),
        ];
    }
    return $response;
}

add_action('rest_api_init', function () {
    foreach (get_post_types(['show_in_rest' => true]) as $type) {
        if (post_type_supports($type, 'editor') && !str_starts_with($type, 'wp_')) {
            add_filter("rest_pre_insert_$type", 'copydesk_before_rest_insert', 10, 2);
            add_filter("rest_prepare_$type", 'copydesk_with_findings');
        }
    }
});

/** The block editor tells of what it has saved. */
add_action('enqueue_block_editor_assets', function () {
    wp_add_inline_script('wp-edit-post', <<<'SCRIPT'
        wp.apiFetch.use((options, next) => next(options).then((answer) => {
            if (answer && answer.copydesk) {
                const { createWarningNotice, removeNotice } = wp.data.dispatch('core/notices');
                removeNotice('copydesk');
                if (answer.copydesk.lines.length) {
                    createWarningNotice('Stylebook: ' + answer.copydesk.lines.join(' '), { id: 'copydesk' });
                }
            }
            return answer;
        }));
        SCRIPT);
});

/** The classic editor, quick edit and XML-RPC do not pass through the REST API. */
add_filter('wp_insert_post_data', function ($data, $sent) {
    $ways = is_admin() || (defined('XMLRPC_REQUEST') && XMLRPC_REQUEST);
    $other = defined('REST_REQUEST') && REST_REQUEST || defined('DOING_AUTOSAVE') && DOING_AUTOSAVE;
    if (!$ways || $other || !in_array($data['post_status'], COPYDESK_GOING_OUT, true)
        || !post_type_supports($data['post_type'], 'editor')) {
        return $data;
    }
    $answer = copydesk_check([
        'title' => wp_unslash($data['post_title']),
        'content' => wp_unslash($data['post_content']),
        'excerpt' => wp_unslash($data['post_excerpt']),
        'id' => $sent['ID'] ?? 0,
        'stage' => 'publish',
    ]);
    if ($answer['decision'] === 'block') {
        $lines = array_map('esc_html', copydesk_lines($answer));
        wp_die('<p>The stylebook refuses publication.</p><p>' . implode('</p><p>', $lines) . '</p>',
            'Not published', ['response' => 422, 'back_link' => true]);
    }
    return $data;
}, 10, 2);
