/** True in development and in builds made with CCHC_KIT=1: the page that shows every part. */
declare const __KIT__: boolean;
